package xindang.model.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parts of a column heading: the bare word that is compared with aliases, the unit in brackets, and the year.
 *
 * @param word lower case, without spaces, punctuation, units and years
 * @param unit such as {@code 万元}; empty when none
 * @param year such as that of {@code 2024年度考核}
 */
record Heading(String text, String word, String unit, Optional<Integer> year) {
    private static final Pattern UNIT =
            Pattern.compile("[(\\[（【]\\s*(?:单位[:：]?)?(万元|元|亩|垧|公顷|平方米|㎡|m2|人|户|台|辆|学时|小时|年|%)\\s*[)\\]）】]");
    private static final Pattern TRAILING_UNIT = Pattern.compile("[/／_-](万元|元|亩|垧|㎡)$");
    private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d\\d)\\s*年?度?");
    private static final Pattern NOISE = Pattern.compile("[\\s\\p{Z}\\p{P}\\p{S}]+");

    static Heading of(String text) {
        var clean = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        var unit = "";
        var found = UNIT.matcher(clean);
        if (found.find()) {
            unit = found.group(1);
            clean = found.replaceFirst("");
        } else {
            var trailing = TRAILING_UNIT.matcher(clean);
            if (trailing.find()) {
                unit = trailing.group(1);
                clean = trailing.replaceFirst("");
            }
        }
        Optional<Integer> year = Optional.empty();
        var dated = YEAR.matcher(clean);
        if (dated.find()) {
            year = Optional.of(Integer.valueOf(dated.group(1)));
            clean = dated.replaceFirst("年度");
            if (clean.startsWith("年度") && clean.length() > 2 && clean.startsWith("年度年度")) {
                clean = clean.substring(2);
            }
        }
        return new Heading(text.strip(), word(clean), unit.equals("m2") ? "㎡" : unit, year);
    }

    /** Returns the bare word of an alias or a heading. */
    static String word(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return NOISE.matcher(folded).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
