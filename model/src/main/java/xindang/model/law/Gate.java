package xindang.model.law;

import java.time.LocalDate;
import xindang.model.archive.Content;
import xindang.model.template.Field;
import xindang.model.template.FieldReader;
import xindang.model.template.ReadingContext;
import xindang.model.template.Template;
import xindang.model.value.Reading;

/** The one door of the law: each boundary asks here what may pass. */
public final class Gate {
    private Gate() {}

    /**
     * Reads what somebody wrote for a field, unless it says what the law forbids to collect (article 14(1)).
     *
     * @return the canonical text, or why it is not accepted
     */
    public static Reading<String> read(Template template, Field field, String text, ReadingContext context) {
        var read = FieldReader.read(template, field, text, context);
        return switch (field.type()) {
            case TEXT, NOTE ->
                read.isOk()
                        ? ForbiddenItems.checkText(read.get())
                                .<Reading<String>>map(Reading::failed)
                                .orElse(read)
                        : read;
            default -> read;
        };
    }

    /**
     * Whether a record may be given to a receiver outside the office for a purpose, and what of it (个人信息保护法 article 23).
     * A record whose template has no consents, such as that of a firm, needs none.
     *
     * @param kept the whole content of the record
     */
    public static PassOn passOn(Template template, Content kept, String receiver, String purpose, LocalDate today) {
        return PassOn.of(template, kept, receiver, purpose, today);
    }
}
