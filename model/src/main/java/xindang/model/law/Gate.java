package xindang.model.law;

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
}
