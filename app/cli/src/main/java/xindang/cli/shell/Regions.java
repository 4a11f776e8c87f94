package xindang.cli.shell;

import xindang.model.value.DivisionCode;

/** Division codes as they are typed after {@code --region}. */
public final class Regions {
    private Regions() {}

    /** What the codes of all records in the region begin with; empty for an empty text. */
    public static String prefix(Session session, String typed) {
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
