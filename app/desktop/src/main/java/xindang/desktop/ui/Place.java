package xindang.desktop.ui;

/**
 * A navigation target: a feature and its detail, such as the id of an archive. Features refer to each other only by
 * places.
 *
 * @param feature home, archive, form, rating, report, intake, sync, settings
 * @param detail empty for the front page of the feature
 */
public record Place(String feature, String detail) {
    public static Place of(String feature) {
        return new Place(feature, "");
    }
}
