package xindang.model.template;

import java.util.Optional;
import xindang.model.archive.Content;
import xindang.model.value.DivisionCode;
import xindang.model.value.Parsed;

/**
 * Where a record belongs. It follows from what the record says after the merge, at client and platform by this code, so
 * that all offices agree. A record about a subject has no region of its own: it belongs where its subject does.
 */
public final class RecordRegion {
    private RecordRegion() {}

    /** The region that a content names, 12 digits; empty when it names none that can be one. */
    public static Optional<String> of(Template template, Content content) {
        return template.place().flatMap(content::get).flatMap(RecordRegion::code);
    }

    /** A division code in its 12 digits; empty when the text is none. */
    public static Optional<String> code(String text) {
        return Optional.of(DivisionCode.read(text))
                .filter(Parsed::isOk)
                .map(code -> code.get().padded())
                .filter(text::equals);
    }
}
