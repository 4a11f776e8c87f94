package xindang.model.value;

import java.math.BigDecimal;
import java.util.Set;

/**
 * A number of people, animals or things.
 *
 * @param number 0 to 999,999,999
 */
public record Count(int number) implements Comparable<Count> {
    private static final int LIMIT = 999_999_999;
    private static final Set<String> UNITS = Set.of(
            "", "人", "口", "口人", "个", "户", "名", "位", "头", "只", "匹", "羽", "台", "辆", "套", "间", "处", "次", "株", "棵", "块",
            "件", "份", "项", "年", "天", "月", "个月", "岁", "栋", "座", "组");

    public Count {
        if (number < 0 || number > LIMIT) {
            throw new IllegalArgumentException("not a count: " + number);
        }
    }

    /** Reads {@code 3}, {@code ３}, {@code 3人}, and {@code 3.0} from a spreadsheet. Refuses words such as 三口. */
    public static Parsed<Count> read(String text) {
        return Amount.read(text).then(amount -> of(text, amount));
    }

    private static Parsed<Count> of(String text, Amount amount) {
        BigDecimal number = amount.number();
        if (!UNITS.contains(amount.words())) {
            return Parsed.failed("number.unit", amount.words());
        }
        if (number.signum() < 0) {
            return Parsed.failed("number.negative", text.strip());
        }
        if (number.stripTrailingZeros().scale() > 0) {
            return Parsed.failed("number.fraction", text.strip());
        }
        return number.compareTo(BigDecimal.valueOf(LIMIT)) > 0
                ? Parsed.failed("number.range", text.strip())
                : Parsed.ok(new Count(number.intValueExact()));
    }

    @Override
    public int compareTo(Count other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
