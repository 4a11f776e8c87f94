package xindang.cli.shell;

import xindang.model.value.DivisionCode;

/** Division codes as they are typed after {@code --region}. */
public final class RegionCodes {
    private RegionCodes() {}

    /** What the codes of all records in the region begin with; empty for an empty text. */
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
