package xindang.model.template;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.value.ResidentNumber;

/** Fills in derived values: sex and birth date from the citizen's number (GB 11643). */
public final class Derivation {
    private Derivation() {}

    /** Returns the content with the derived values filled in. */
    public static Content derive(Template template, Content content, LocalDate today) {
        var values = new TreeMap<String, String>();
        var numbers = new HashMap<String, Optional<ResidentNumber>>();
        for (var derived : template.derived()) {
            var path = derived.path();
            var star = path.indexOf(".*.");
            if (star < 0) {
                put(values, path, derived.field(), number(numbers, content.text(derived.from()), today));
                continue;
            }
            var group = path.substring(0, star);
            for (var row : content.rows(group)) {
                var number = content.text(Paths.of(group, row, derived.from()));
                var place = Paths.of(group, row, path.substring(star + 3));
                put(values, place, derived.field(), number(numbers, number, today));
            }
        }
        return values.isEmpty() ? content : content.with(values);
    }

    /** Reads each number once, because sex and birth date come from the same number. */
    private static Optional<ResidentNumber> number(
            Map<String, Optional<ResidentNumber>> known, String text, LocalDate today) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var there = known.get(text);
        if (there == null) {
            there = ResidentNumber.read(text, today).value();
            known.put(text, there);
        }
        return there;
    }

    private static void put(Map<String, String> values, String path, Field field, Optional<ResidentNumber> number) {
        if (number.isPresent()) {
            values.put(path, follows(field, number.get()));
        }
    }

    /** Returns the value of a derived field for a value of its source; empty when the source is unreadable. */
    static Optional<String> follows(Field field, String number, LocalDate today) {
        if (number.isEmpty()) {
            return Optional.empty();
        }
        return ResidentNumber.read(number, today).value().map(read -> follows(field, read));
    }

    private static String follows(Field field, ResidentNumber number) {
        return field.type() == FieldType.DATE
                ? number.birthDate().toString()
                : number.sex().code();
    }
}
