package xindang.persistence.store;

import static xindang.persistence.jooq.Tables.SUBJECT;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.TableField;
import xindang.model.region.Divisions;
import xindang.persistence.codec.RegionNumbers;

/**
 * The columns that a typed text can match. Characters: a name, a given name, or the name of a village. Letters: pinyin
 * or initials. Digits, also with letters: a number or a phone, from its beginning or its end.
 */
final class TextSearch {
    /** Village names repeat, but not more often than this in the region of one office. */
    private static final int VILLAGES = 50;

    private TextSearch() {}

    /** One way to match: by the beginning of a column's value, or by one village. */
    interface Way {
        TableField<?, ?> field();

        Condition matches();

        boolean matches(Record row);

        /** Returns true if the matching rows are few and adjacent in the index of the regions. */
        boolean isVillage();
    }

    private record Beginning(TableField<?, String> field, String prefix) implements Way {
        @Override
        public Condition matches() {
            return field.ge(prefix).and(field.lt(prefix + Character.MAX_VALUE));
        }

        @Override
        public boolean matches(Record row) {
            var value = row.get(field);
            return value != null && value.startsWith(prefix);
        }

        @Override
        public boolean isVillage() {
            return false;
        }
    }

    /** One village. H2 can seek by one value of the second column of an index, not by several. */
    private record Village(TableField<?, Long> field, long region) implements Way {
        @Override
        public Condition matches() {
            return field.eq(region);
        }

        @Override
        public boolean matches(Record row) {
            return Long.valueOf(region).equals(row.get(field));
        }

        @Override
        public boolean isVillage() {
            return true;
        }
    }

    static List<Way> of(String text, RegionNumbers.Range range) {
        var typed = text.replace(" ", "").replace("\u3000", "").replace("-", "").toUpperCase(Locale.ROOT);
        var digits = typed.chars().anyMatch(c -> c >= '0' && c <= '9');
        var latin =
                typed.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '\'' || c == 'Ü');
        if (latin && digits) {
            var end = new StringBuilder(typed).reverse().toString();
            return List.of(
                    new Beginning(SUBJECT.NUMBER, typed),
                    new Beginning(SUBJECT.NUMBER_END, end),
                    new Beginning(SUBJECT.PHONE, typed),
                    new Beginning(SUBJECT.PHONE_END, end));
        }
        var letters = typed.toLowerCase(Locale.ROOT).replace("'", "").replace('ü', 'v');
        if (latin && !letters.isEmpty()) {
            var pinyin = new Beginning(SUBJECT.PINYIN, letters);
            // with one letter, both columns match the same names
            return letters.length() == 1 ? List.of(pinyin) : List.of(pinyin, new Beginning(SUBJECT.INITIALS, letters));
        }
        var name = text.replace(" ", "");
        var ways = new ArrayList<Way>();
        ways.add(new Beginning(SUBJECT.NAME, name));
        ways.add(new Beginning(SUBJECT.GIVEN, name));
        villages(name, range).forEach(region -> ways.add(new Village(SUBJECT.REGION, region)));
        return ways;
    }

    private static List<Long> villages(String name, RegionNumbers.Range range) {
        if (name.length() < 2) {
            return List.of();
        }
        var divisions = Divisions.harbin();
        return divisions.villagesIn(divisions.root().code()).stream()
                .filter(village -> village.shortName().startsWith(name))
                .map(village -> RegionNumbers.number(village.code().padded()))
                .filter(region -> region >= range.first() && region <= range.last())
                .sorted()
                .limit(VILLAGES)
                .toList();
    }

    /** Returns the first way that matches a row. */
    static Way first(List<Way> ways, Record row) {
        return ways.stream().filter(way -> way.matches(row)).findFirst().orElse(ways.get(0));
    }
}
