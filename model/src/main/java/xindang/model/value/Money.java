package xindang.model.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import xindang.model.common.Violation;

/**
 * An amount of money.
 *
 * @param amount amount in 元 or in the main unit of the currency, two decimals
 * @param currency ISO 4217; {@code CNY} unless the text named another
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {
    public static final String YUAN = "CNY";
    public static final Money ZERO = yuan(BigDecimal.ZERO);
    private static final BigDecimal LIMIT = new BigDecimal("1000000000000000");

    public Money {
        amount = amount.setScale(2, RoundingMode.HALF_UP);
    }

    /** Makes an amount in 元, rounded to 分. */
    public static Money yuan(BigDecimal amount) {
        return new Money(amount, YUAN);
    }

    /**
     * Reads an amount: {@code 67000}, {@code 1,234.50}, {@code 50万元人民币}, {@code 80(万元)}, {@code ￥300}, {@code 20万美元}.
     * Accepts a negative amount with a note ({@code number.negative}). Rounds fractions of a 分 with a note.
     *
     * @param unit unit of a number without a unit
     */
    public static Parsed<Money> read(String text, MoneyUnit unit) {
        return Amount.read(text)
                .then(amount -> MoneyWords.read(amount.words()).then(words -> of(text, amount, words, unit)));
    }

    private static Parsed<Money> of(String text, Amount amount, MoneyWords words, MoneyUnit unit) {
        BigDecimal exact = amount.number().multiply(words.unit().orElse(unit.yuan()));
        if (exact.abs().compareTo(LIMIT) >= 0) {
            return Parsed.failed("number.range", text.strip());
        }
        Money money = new Money(exact, words.currency());
        return Parsed.ok(money, notes(text, exact, money));
    }

    private static List<Violation> notes(String text, BigDecimal exact, Money money) {
        List<Violation> notes = new ArrayList<>();
        if (exact.compareTo(money.amount) != 0) {
            notes.add(Violation.of("number.rounded", text.strip(), money.toString()));
        }
        if (exact.signum() < 0) {
            notes.add(Violation.of("number.negative", text.strip()));
        }
        if (!money.isYuan()) {
            notes.add(Violation.of("money.foreign", text.strip(), money.currency));
        }
        return notes;
    }

    public boolean isYuan() {
        return YUAN.equals(currency);
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /**
     * Adds two amounts of one currency.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.add(other.amount), currency);
    }

    /** Subtracts two amounts of one currency. */
    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.subtract(other.amount), currency);
    }

    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return amount.compareTo(other.amount);
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("amounts of " + currency + " and " + other.currency);
        }
    }

    /** Returns {@code 500000.00}, or {@code USD 200000.00} for other currencies. */
    @Override
    public String toString() {
        return isYuan() ? amount.toPlainString() : currency + " " + amount.toPlainString();
    }
}
