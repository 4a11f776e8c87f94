package xindang.model.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words for currency and unit beside an amount.
 *
 * @param currency ISO 4217
 * @param unit how many 元 (or dollars, ...) one unit is; empty when the words name no unit
 */
record MoneyWords(String currency, Optional<BigDecimal> unit) {
    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("人民币", "CNY"),
            Map.entry("RMB", "CNY"),
            Map.entry("CNY", "CNY"),
            Map.entry("¥", "CNY"),
            Map.entry("￥", "CNY"),
            Map.entry("美元", "USD"),
            Map.entry("美金", "USD"),
            Map.entry("USD", "USD"),
            Map.entry("US$", "USD"),
            Map.entry("$", "USD"),
            Map.entry("港元", "HKD"),
            Map.entry("港币", "HKD"),
            Map.entry("香港元", "HKD"),
            Map.entry("HKD", "HKD"),
            Map.entry("HK$", "HKD"),
            Map.entry("澳门元", "MOP"),
            Map.entry("澳门币", "MOP"),
            Map.entry("新台币", "TWD"),
            Map.entry("台币", "TWD"),
            Map.entry("TWD", "TWD"),
            Map.entry("欧元", "EUR"),
            Map.entry("EUR", "EUR"),
            Map.entry("€", "EUR"),
            Map.entry("日元", "JPY"),
            Map.entry("日圆", "JPY"),
            Map.entry("JPY", "JPY"),
            Map.entry("英镑", "GBP"),
            Map.entry("GBP", "GBP"),
            Map.entry("£", "GBP"),
            Map.entry("韩元", "KRW"),
            Map.entry("韩圆", "KRW"),
            Map.entry("KRW", "KRW"),
            Map.entry("卢布", "RUB"),
            Map.entry("俄罗斯卢布", "RUB"),
            Map.entry("RUB", "RUB"),
            Map.entry("澳元", "AUD"),
            Map.entry("澳大利亚元", "AUD"),
            Map.entry("AUD", "AUD"),
            Map.entry("加元", "CAD"),
            Map.entry("加拿大元", "CAD"),
            Map.entry("CAD", "CAD"),
            Map.entry("新加坡元", "SGD"),
            Map.entry("SGD", "SGD"),
            Map.entry("瑞士法郎", "CHF"),
            Map.entry("CHF", "CHF"));
    private static final Map<String, BigDecimal> UNITS = Map.ofEntries(
            Map.entry("元", BigDecimal.ONE),
            Map.entry("圆", BigDecimal.ONE),
            Map.entry("块", BigDecimal.ONE),
            Map.entry("块钱", BigDecimal.ONE),
            Map.entry("百", new BigDecimal(100)),
            Map.entry("千", new BigDecimal(1000)),
            Map.entry("K", new BigDecimal(1000)),
            Map.entry("万", new BigDecimal(10_000)),
            Map.entry("W", new BigDecimal(10_000)),
            Map.entry("百万", new BigDecimal(1_000_000)),
            Map.entry("千万", new BigDecimal(10_000_000)),
            Map.entry("亿", new BigDecimal(100_000_000)),
            Map.entry("万亿", new BigDecimal(1_000_000_000_000L)));
    private static final List<String> LONGEST_FIRST = longestFirst();

    private static List<String> longestFirst() {
        List<String> words = new ArrayList<>(CURRENCIES.keySet());
        words.addAll(UNITS.keySet());
        words.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        return List.copyOf(words);
    }

    /** Reads the words, or names the unknown part. */
    static Parsed<MoneyWords> read(String words) {
        String left = words;
        Optional<String> currency = Optional.empty();
        Optional<BigDecimal> unit = Optional.empty();
        while (!left.isEmpty()) {
            Optional<String> word =
                    LONGEST_FIRST.stream().filter(left::startsWith).findFirst();
            if (word.isEmpty()) {
                return Parsed.failed("number.unit", left);
            }
            Optional<String> named = Optional.ofNullable(CURRENCIES.get(word.get()));
            if (named.isPresent() && currency.isPresent() && !named.equals(currency)) {
                return Parsed.failed("money.currencies", words);
            }
            currency = named.isPresent() ? named : currency;
            unit = larger(unit, unitOf(word.get()));
            left = left.substring(word.get().length());
        }
        return Parsed.ok(new MoneyWords(currency.orElse("CNY"), unit));
    }

    private static Optional<BigDecimal> unitOf(String word) {
        BigDecimal unit = UNITS.get(word);
        boolean saysOne = word.endsWith("元") || word.endsWith("圆");
        return unit != null ? Optional.of(unit) : saysOne ? Optional.of(BigDecimal.ONE) : Optional.empty();
    }

    /** Returns the larger unit, because 万 and 元 in 万元 are one unit. */
    private static Optional<BigDecimal> larger(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return Optional.of(one.get().max(other.get()));
    }
}
