package xindang.model.rating;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xindang.model.json.JsonValue;

/**
 * A rule that divides a number by the local mean. The ratio is rounded to two decimals, as it is printed, and compared
 * with ranges.
 */
record Ratio(
        String input,
        Averages.Scale scale,
        long atLeast,
        BigDecimal unit,
        String unitText,
        String period,
        List<Band> bands)
        implements Rule {
    static Ratio read(JsonValue json) {
        return new Ratio(
                json.text("input"),
                json.text("average").equals("town") ? Averages.Scale.TOWN : Averages.Scale.VILLAGE,
                json.findNumber("atLeast").orElse(1),
                new BigDecimal(json.text("unit", "1")),
                json.text("unitText", ""),
                json.text("period", ""),
                Band.list(json));
    }

    @Override
    public Optional<Fired> fire(Scope scope) {
        var mean = scope.averages()
                .of(input, scale, atLeast)
                .filter(found -> found.value().signum() > 0);
        var value = scope.number(input);
        if (mean.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        var ratio = Numbers.divide(value.get(), mean.get().value(), 2);
        var local = shown(mean.get().value()) + unitText;
        return Band.of(bands, ratio)
                .map(band -> new Fired(
                        band.points(),
                        maximum(),
                        shown(value.get()) + " ÷ " + local + " = " + ratio.toPlainString() + year(scope),
                        band.text(),
                        place(scope, mean.get()) + " " + mean.get().over() + " 户平均 " + local));
    }

    /** Returns the period of the value, because incomes of different years are not comparable. */
    private String year(Scope scope) {
        return scope.text(period).map(year -> "（" + year + " 年）").orElse("");
    }

    private String place(Scope scope, Averages.Mean mean) {
        return mean.equals(scope.averages().village().get(input)) ? "本村" : "本乡镇";
    }

    @Override
    public Optional<String> whyMissing(Scope scope) {
        if (scope.number(input).isEmpty()) {
            return Optional.empty();
        }
        var mean = scope.averages().of(input, scale, atLeast);
        if (mean.isPresent()) {
            return mean.get().value().signum() > 0
                    ? Optional.empty()
                    : Optional.of(place(scope, mean.get()) + "平均数不大于零，不能比较，不计分");
        }
        var averages = scope.averages();
        var over = Math.max(over(averages.village()), over(averages.town()));
        return Optional.of("当地有资料的只有 " + over + " 户，不到 " + atLeast + " 户，没有平均数，不计分");
    }

    private long over(Map<String, Averages.Mean> means) {
        return Optional.ofNullable(means.get(input)).map(Averages.Mean::over).orElse(0L);
    }

    private String shown(BigDecimal number) {
        var decimals = number.abs().compareTo(unit.multiply(BigDecimal.TEN)) < 0 ? 2 : 1;
        return Numbers.divide(number, unit, decimals).toPlainString();
    }

    @Override
    public Optional<Better> better(Scope scope) {
        return fire(scope).flatMap(fired -> Band.better(bands, fired.points()));
    }

    @Override
    public BigDecimal maximum() {
        return Band.highest(bands);
    }

    @Override
    public List<PointStep> steps() {
        return Band.steps(bands);
    }
}
