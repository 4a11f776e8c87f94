package xindang.desktop.ui;

/**
 * Somewhere to go: a feature and what to show there, such as the id of an archive. Features know each other's places and
 * nothing else.
 *
 * @param feature home, archive, form, rating, report, intake, sync, settings
 * @param detail empty for the feature's front page
 */
public record Place(String feature, String detail) {
    public static Place of(String feature) {
        return new Place(feature, "");
    }
}
