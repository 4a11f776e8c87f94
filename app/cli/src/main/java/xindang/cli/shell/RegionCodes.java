package xindang.cli.shell;

import xindang.model.value.DivisionCode;

/** Reads the division codes of the option {@code --region}. */
public final class RegionCodes {
    private RegionCodes() {}

    /**
     * Returns the digits with which every code inside the typed region begins; empty for an empty text.
     *
     * @throws Usage if the text is no division code
     */
    public static String prefix(CliSession session, String typed) {
        if (typed.isBlank()) {
            return "";
        }
        var reading = DivisionCode.read(typed);
        return reading.value()
                .map(DivisionCode::digits)
                .orElseThrow(
                        () -> new Usage(reading.failure().map(session::sentence).orElse(typed)));
    }
}
