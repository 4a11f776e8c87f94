package xindang.model.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Content;
import xindang.model.json.JsonValue;

/** What a reader can check by hand: one period an indicator, points that add up, and no judgement without data. */
final class TrueNumbersTest {
    private static final long SEED = 20_261_130;
    private static final Pattern SUM = Pattern.compile("合计 ([0-9.]+) 分");
    private static final Pattern WAY = Pattern.compile(
            "(?:折算|得分) = ([0-9.]+)(?:/([0-9.]+) × 100)?(?: \\+ ([0-9.]+))?(?: − ([0-9.]+))? = ([0-9.]+)");

    @Test
    void takesAllFiguresOfAnIndicatorFromOneYear() {
        var values = new TreeMap<String, String>();
        figures(values, "a", "2025", Map.of("totalAssets", "10000000.00"));
        figures(values, "b", "2023", Map.of("totalLiabilities", "1000000.00"));
        assertEquals(
                Rating.Status.MISSING, line("enterprise", values, "leverage").status());

        figures(values, "b", "2023", Map.of("totalAssets", "1111111.00"));
        assertEquals("90.0%（2023 年）", line("enterprise", values, "leverage").value());
    }

    @Test
    void takesNoFiguresOfAYearThatStandsTwice() {
        var values = new TreeMap<String, String>();
        figures(values, "a", "2025", Map.of("revenue", "100.00"));
        figures(values, "b", "2024", Map.of("revenue", "80.00"));
        assertEquals("25.0%（2025 年）", line("enterprise", values, "growth").value());

        figures(values, "c", "2024", Map.of("revenue", "117.00"));
        assertEquals(Rating.Status.MISSING, line("enterprise", values, "growth").status());
    }

    @Test
    void takesTheIncomeOfAHouseholdFromOneYear() {
        var values = new TreeMap<>(Map.of("head.people", "4"));
        values.put("income.years.a.year", "2025");
        values.put("income.years.a.totalIncome", "90000.00");
        values.put("income.years.b.year", "2024");
        values.put("income.years.b.totalIncome", "80000.00");
        values.put("income.years.b.totalExpense", "20000.00");

        assertEquals(
                "1.50 ÷ 1.96 万 = 0.77（2024 年）",
                line("household", values, "perHead").value());
    }

    @Test
    void doesNotSayOfALoanWithoutDaysThatItIsPaidInTime() {
        var values = Village.guan();
        values.remove("finance.overdue");
        values.remove("finance.loans.a.overdueDays");
        assertEquals(Rating.Status.MISSING, line("household", values, "loans").status());

        values.put("finance.overdue", "none");
        values.remove("finance.loans.a.settledOn");
        assertEquals("没有逾期", line("household", values, "loans").value());
        values.put("finance.loans.a.until", "2026-01-31");
        assertEquals(Rating.Status.MISSING, line("household", values, "loans").status());
    }

    @Test
    void doesNotCountALoanWithoutAClassAsGood() {
        var form = Village.FORMS.newest("enterprise").orElseThrow();
        var values = new TreeMap<>(Map.of("finance.loans.a.balance", "100.00"));
        assertEquals(null, inputs(form, values).get("badLoans"));

        values.put("finance.loans.a.class", "1");
        assertEquals("0", inputs(form, values).get("badLoans"));
    }

    /** The day of the check is what makes no row a clean record; a row is bad news with or without it. */
    @Test
    void doesNotTakeWhatNobodyCheckedForClean() {
        var values = Village.guan();
        values.remove("adverse.checkedOn");
        var unchecked = Village.rate(values);
        assertEquals(Rating.Status.MISSING, Village.line(unchecked, "authority").status());
        assertEquals("94", Numbers.plain(unchecked.assessed()));

        values.put("adverse.items.x.kind", "penalty");
        values.put("adverse.items.x.status", "open");
        assertEquals(
                "已授权，登记不良记录 1 条",
                Village.line(Village.rate(values), "authority").value());
        values.put("adverse.items.x.status", "repaired");
        assertEquals(
                Rating.Status.MISSING,
                Village.line(Village.rate(values), "authority").status());

        values.put("adverse.checkedOn", "2026-11-01");
        assertEquals(
                "已授权，没有登记不良记录", Village.line(Village.rate(values), "authority").value());
    }

    private static Map<String, String> inputs(RatingForm form, Map<String, String> values) {
        return form.inputs(Facts.open(Content.of(values), Village.CODE), Village.ON);
    }

    @Test
    void judgesNoVetoOnAnEmptyArchive() {
        for (var form : Village.FORMS.all()) {
            var rating = rate(form, Map.of());
            assertEquals(
                    List.of(),
                    rating.vetoes().stream()
                            .filter(veto -> veto.state() != Rating.State.UNKNOWN)
                            .map(Rating.Veto::label)
                            .toList());
        }
        var veto = Village.rate(Village.guan()).vetoes().get(0);
        assertEquals("失信被执行人 CLEAR", veto.label() + " " + veto.state());
    }

    @Test
    void saysWhyThereIsNoAverage() {
        var few = new Averages(Village.AT, Map.of("land", new Averages.Mean(BigDecimal.TEN, 3)), Map.of());
        var facts = Facts.open(Content.of(Village.guan()), Village.CODE);

        var rating = Scoring.rate(Village.FORM, facts, few, Village.ON);

        assertEquals(
                "当地有资料的只有 3 户，不到 5 户，没有平均数，不计分", Village.line(rating, "land").note());
        assertEquals(
                "本村 143 户平均 47.5 亩",
                Village.line(Village.rate(Village.guan()), "land").note());
    }

    /** What is printed can be read from the trace alone, points that are lacking included. */
    @Test
    void keepsInTheTraceWhyALineHasNoPoints() {
        var few = new Averages(Village.AT, Map.of("land", new Averages.Mean(BigDecimal.TEN, 3)), Map.of());
        var values = Village.guan();
        values.remove("head.workers");
        values.put("adverse.items.x.kind", "penalty");
        var rating = Scoring.rate(Village.FORM, Facts.open(Content.of(values), Village.CODE), few, Village.ON);

        var trace = JsonValue.parse(rating.trace());
        for (var line : rating.blocks().stream()
                .flatMap(block -> block.lines().stream())
                .toList()) {
            var missing = line.status() == Rating.Status.MISSING;
            assertEquals(missing ? line.note() : "", trace.at("missing").text(line.id(), ""), line.id());
            assertEquals(!missing, trace.at("lines").has(line.id()), line.id());
        }
        assertEquals("当地有资料的只有 3 户，不到 5 户，没有平均数，不计分", trace.at("missing").text("land"));
        assertEquals("没有资料，不计分", trace.at("missing").text("workers"));
        var malus = trace.at("adjustments").at("malus");
        assertEquals("5", malus.text("points"));
        assertEquals(
                List.of("一年内处罚 1 项", "一年内处罚每项 5 分", "5", "10", ""),
                malus.at("lines").list("penalties").stream()
                        .map(JsonValue::text)
                        .toList());
    }

    /** A year that was looked at and left without a grade is known, though it gives no points. */
    @Test
    void doesNotCallAValueWithoutPointsMissing() {
        var values = new TreeMap<String, String>();
        values.put("assessments.years.a.year", "2025");
        values.put("assessments.years.a.result", "none");
        var line = line("practitioner", values, "latest");
        assertEquals(Rating.Status.MISSING, line.status());
        assertEquals("不定等次：评分表没有这一项的分，不计分", line.note());
    }

    /** A line of parts says what each part gave, and of which part nothing is known. */
    @Test
    void saysWhatEachPartOfALineGave() {
        var values = Village.guan();
        assertEquals(
                "未投保农业保险 0 分，参加医保 1 分，参加养老保险 1 分",
                line("household", values, "insurance").rule());
        assertEquals(
                "初中及以上 1 分，没有证书 0 分", line("household", values, "education").rule());

        values.remove("insurance.insured");
        assertEquals(
                "农业保险没有资料，参加医保 1 分，参加养老保险 1 分",
                line("household", values, "insurance").rule());
        assertEquals("2", Numbers.plain(line("household", values, "insurance").assessed()));
    }

    /** The oracle reads the printed words only and reckons by itself. */
    @Test
    void addsUpInFrontOfTheReader() {
        var random = new SplittableRandom(SEED);
        for (var i = 0; i < 2000; i++) {
            for (var form : Village.FORMS.all()) {
                var rating = rate(form, values(random, form.type()));
                var words = rating.reckoning();
                var sum = rating.blocks().stream()
                        .flatMap(block -> block.lines().stream())
                        .map(Rating.Line::points)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                var said = found(SUM, words);
                assertEquals(0, new BigDecimal(said.group(1)).compareTo(sum), words);
                if (rating.score().isEmpty()) {
                    continue;
                }
                var score = rating.score().get();
                if (!words.contains(" = ")) {
                    assertEquals(0, sum.compareTo(score), words);
                    continue;
                }
                var way = found(WAY, words);
                assertEquals(0, new BigDecimal(way.group(1)).compareTo(sum), words);
                var divisor = way.group(2) == null ? new BigDecimal("100") : new BigDecimal(way.group(2));
                var exact = sum.multiply(new BigDecimal("100"))
                        .divide(divisor, 9, RoundingMode.HALF_UP)
                        .add(number(way.group(3)))
                        .subtract(number(way.group(4)));
                var within = exact.max(BigDecimal.ZERO).min(new BigDecimal("100"));
                assertTrue(within.subtract(score).abs().compareTo(new BigDecimal("0.0500001")) <= 0, words);
                assertEquals(exact.compareTo(new BigDecimal("100")) > 0, words.contains("最高 100 分"), words);
            }
        }
    }

    private static BigDecimal number(String group) {
        return group == null ? BigDecimal.ZERO : new BigDecimal(group);
    }

    private static Matcher found(Pattern pattern, String words) {
        var matcher = pattern.matcher(words);
        assertTrue(matcher.find(), words);
        return matcher;
    }

    private static Map<String, String> values(SplittableRandom random, String type) {
        var values = type.equals("household") ? Village.fromRoster(random) : new TreeMap<String, String>();
        var honours = random.nextInt(4);
        for (var row = 0; row < honours; row++) {
            values.put("honours.items.h" + row + ".level", random.nextBoolean() ? "province" : "county");
        }
        if (random.nextBoolean()) {
            values.put("adverse.items.p.kind", "penalty");
            values.put("adverse.items.p.degree", "serious");
        }
        values.put("registration.status", "open");
        values.put("registration.established", "2010-01-01");
        values.put("publicCredit.taxGrade", random.nextBoolean() ? "A" : "C");
        values.put("publicCredit.taxArrears", "false");
        values.put("publicCredit.abnormal", "false");
        figures(values, "a", "2025", Map.of("totalAssets", "900.00", "totalLiabilities", random.nextInt(900) + ".00"));
        values.put("assessments.years.a.year", "2025");
        values.put("assessments.years.a.result", random.nextBoolean() ? "excellent" : "basic");
        values.put("training.hours", Integer.toString(random.nextInt(60)));
        return values;
    }

    private static void figures(Map<String, String> values, String row, String year, Map<String, String> figures) {
        values.put("figures.years." + row + ".year", year);
        figures.forEach((field, value) -> values.put("figures.years." + row + "." + field, value));
    }

    private static Rating rate(RatingForm form, Map<String, String> values) {
        return Scoring.rate(form, Facts.open(Content.of(values), Village.CODE), Village.averages(), Village.ON);
    }

    private static Rating.Line line(String type, Map<String, String> values, String id) {
        return Village.line(rate(Village.FORMS.newest(type).orElseThrow(), values), id);
    }
}
