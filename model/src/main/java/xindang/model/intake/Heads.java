package xindang.model.intake;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import xindang.model.template.CodeTable;
import xindang.model.template.Template;

/** Recognises the rows of heads in a table with one row for each person. */
final class Heads {
    private static final Set<String> WORDS = Set.of("户主", "本人", "户主本人", "承包方代表", "代表", "代表人", "承包方代表本人", "本人户主", "家长");
    /** Codes of the head in the table of relations (GB/T 4761). */
    private static final List<String> CODES = List.of("01", "02");

    private static final Pattern NOISE = Pattern.compile("[\\s\\p{Z}\\p{P}\\p{S}]+");

    private final PersonColumns columns;
    private final Set<String> words = new HashSet<>(WORDS);

    Heads(Template template, MemberGroup members, PersonColumns columns) {
        this.columns = columns;
        members.field()
                .field(MemberGroup.RELATION)
                .flatMap(field -> field.table().flatMap(template::table))
                .ifPresent(this::learn);
    }

    private void learn(CodeTable relations) {
        for (var entry : relations.entries()) {
            if (CODES.contains(entry.code())) {
                words.add(entry.code());
                words.add(entry.label());
                words.addAll(entry.aliases());
            }
        }
    }

    /** Returns whether a text of the relation column names the head. */
    boolean isHead(String relation) {
        return words.contains(NOISE.matcher(relation).replaceAll(""));
    }

    /** Returns whether a row is the one of a head: by its relation, otherwise by the name and number of the head. */
    boolean isHead(SheetRow row) {
        var relation = columns.person(row, MemberGroup.RELATION);
        if (!relation.isEmpty()) {
            return isHead(relation);
        }
        var name = PersonColumns.text(row, columns.headName());
        var number = PersonColumns.text(row, columns.headNumber());
        return !(name.isEmpty() && number.isEmpty())
                && isSame(name, columns.person(row, MemberGroup.NAME))
                && isSame(number, columns.person(row, MemberGroup.NUMBER));
    }

    /** Returns whether two texts are equal. A text that is not written contradicts none. */
    static boolean isSame(String one, String other) {
        return one.isEmpty() || other.isEmpty() || folded(one).equals(folded(other));
    }

    /** Returns a text without differences of width, letter case and spaces. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]+", "")
                .toUpperCase(Locale.ROOT);
    }
}
