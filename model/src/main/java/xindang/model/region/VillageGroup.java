package xindang.model.region;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xindang.model.value.ChineseNumerals;
import xindang.model.value.Parsed;
import xindang.model.value.PlainText;

/**
 * A unit below the village, which has no national code: a villagers' group (8组) or a hamlet (张家屯).
 *
 * @param label canonical: {@code 8组}, or the name of the hamlet as written
 * @param number the number of the group, 1 to 99; empty for a hamlet
 */
public record VillageGroup(String label, OptionalInt number) {
    private static final int LONGEST = 20;
    private static final Pattern NUMBERED =
            Pattern.compile("第?([0-9]{1,2}|[零〇一二两三四五六七八九十]{1,3})(?:村民小组|村民组|居民小组|居民组|生产队|小组|小队|组|社|队)?");

    /** Reads 8组, 五组, 第3组, 08组, 8, 八队, 张家屯. */
    public static Parsed<VillageGroup> read(String text) {
        if (PlainText.isEmptyValue(text)) {
            return Parsed.failed("value.blank");
        }
        String label = PlainText.compact(text);
        Matcher numbered = NUMBERED.matcher(label);
        if (numbered.matches()) {
            String digits = numbered.group(1);
            OptionalInt number =
                    digits.matches("[0-9]+") ? OptionalInt.of(Integer.parseInt(digits)) : ChineseNumerals.read(digits);
            if (number.isPresent() && number.getAsInt() >= 1 && number.getAsInt() <= 99) {
                return Parsed.ok(new VillageGroup(number.getAsInt() + "组", number));
            }
            return Parsed.failed("group.number", text.strip());
        }
        if (label.codePointCount(0, label.length()) > LONGEST) {
            return Parsed.failed("group.length", text.strip());
        }
        return label.codePoints().anyMatch(Character::isIdeographic)
                ? Parsed.ok(new VillageGroup(label, OptionalInt.empty()))
                : Parsed.failed("group.unreadable", text.strip());
    }

    @Override
    public String toString() {
        return label;
    }
}
