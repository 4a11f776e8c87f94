package xindang.model.law;

import java.util.Arrays;
import java.util.Optional;
import xindang.model.common.Violation;
import xindang.model.template.Field;
import xindang.model.template.FieldType;
import xindang.model.template.Template;

/** Finds forbidden words in texts of each kind (征信业管理条例 article 14(1)). */
final class Wording {
    /** Maximum length of a number that is marked 待核, in characters. */
    static final int LONGEST_NUMBER = 100;

    private Wording() {}

    static Optional<Violation> words(TextDoor door, String text) {
        return switch (door) {
            case LABEL -> ForbiddenSentence.ofLabel(text);
            case TEXT -> ForbiddenSentence.of(ForbiddenWords.text(text));
            case NAME -> ForbiddenSentence.of(ForbiddenWords.name(text));
        };
    }

    static Optional<Violation> words(Template template, Optional<Field> field, String text) {
        return switch (field.map(Field::type).orElse(FieldType.NOTE)) {
            case PERSON_NAME, TEXT, NOTE, RESIDENT_NUMBER, CREDIT_CODE, PHONE ->
                field.isPresent() ? words(template, field.get(), text) : words(TextDoor.TEXT, text);
            case CODE, CODES ->
                isOfTable(template, field.orElseThrow(), text) ? Optional.empty() : words(TextDoor.TEXT, text);
            default -> words(TextDoor.TEXT, text);
        };
    }

    static Optional<Violation> words(Template template, Field field, String value) {
        return switch (field.type()) {
            case PERSON_NAME -> words(TextDoor.NAME, value);
            // nearly all texts are harmless, so the check of the field comes last
            case TEXT, NOTE, RESIDENT_NUMBER, CREDIT_CODE, PHONE ->
                words(TextDoor.TEXT, value).filter(found -> !Enterprises.isAboutOne(template, field));
            default -> Optional.empty();
        };
    }

    private static boolean isOfTable(Template template, Field field, String text) {
        var table = field.table().flatMap(template::table);
        return Arrays.stream(text.split("[,，、;；/|\\n]+"))
                .allMatch(part -> table.flatMap(known -> known.find(part)).isPresent());
    }
}
