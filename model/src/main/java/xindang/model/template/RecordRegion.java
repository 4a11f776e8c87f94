package xindang.model.template;

import java.util.Optional;
import xindang.model.archive.Content;
import xindang.model.value.DivisionCode;
import xindang.model.value.Parsed;

/**
 * The region of a record. Client and platform derive it from the merged content by this code, so that all offices
 * agree. A record about a subject has no region of its own; it belongs to the region of its subject.
 */
public final class RecordRegion {
    private RecordRegion() {}

    /** Returns the 12-digit region in a content; empty when it contains none or an invalid one. */
    public static Optional<String> of(Template template, Content content) {
        return template.place().flatMap(content::get).flatMap(RecordRegion::code);
    }

    /** Returns a division code of 12 digits; empty when the text is none. */
    public static Optional<String> code(String text) {
        return Optional.of(DivisionCode.read(text))
                .filter(Parsed::isOk)
                .map(code -> code.get().padded())
                .filter(text::equals);
    }
}
