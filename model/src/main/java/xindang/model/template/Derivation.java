package xindang.model.template;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.value.ResidentNumber;

/** Fills what follows from other values: sex and birth from the citizen's number (GB 11643). */
final class Derivation {
    private Derivation() {}

    static Content derive(Template template, Content content, LocalDate today) {
        var values = new TreeMap<>(content.asMap());
        for (var block : template.blocks()) {
            for (var field : block.fields()) {
                var path = Paths.of(block.id(), field.id());
                field.derived().ifPresent(from -> put(values, path, field, content.text(from), today));
                for (var inner : field.fields()) {
                    inner.derived().ifPresent(from -> {
                        for (var row : content.rows(path)) {
                            var number = content.text(Paths.of(path, row, from));
                            put(values, Paths.of(path, row, inner.id()), inner, number, today);
                        }
                    });
                }
            }
        }
        return Content.of(values);
    }

    private static void put(Map<String, String> values, String path, Field field, String number, LocalDate today) {
        follows(field, number, today).ifPresent(value -> values.put(path, value));
    }

    /** What a derived field must be when its source says this; empty when the source says nothing readable. */
    static Optional<String> follows(Field field, String number, LocalDate today) {
        if (number.isEmpty()) {
            return Optional.empty();
        }
        return ResidentNumber.read(number, today)
                .value()
                .map(read -> field.type() == FieldType.DATE
                        ? read.birthDate().toString()
                        : read.sex().code());
    }
}
