package xindang.model.rating;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import xindang.model.archive.Content;

/** Invented households with round figures. */
final class Village {
    static final String CODE = "230184101205";
    static final LocalDate ON = LocalDate.of(2026, 11, 18);
    static final Instant AT = Instant.parse("2026-11-18T06:52:06Z");
    static final RatingForms FORMS = RatingForms.shipped();
    static final RatingForm FORM = FORMS.newest("household").orElseThrow();

    private Village() {}

    /** The household of the drawings: every item known. */
    static Map<String, String> guan() {
        var values = new TreeMap<String, String>();
        values.put("head.name", "关庆林");
        values.put("head.birth", "1974-03-09");
        values.put("head.people", "5");
        values.put("head.workers", "3");
        values.put("head.resident", "true");
        values.put("head.education", "71");
        values.put("head.skill", "false");
        values.put("house.houses.a.value", "400000.00");
        values.put("machines.items.a.presentValue", "94000.00");
        values.put("machines.items.a.quantity", "2");
        values.put("finance.deposits", "130000.00");
        values.put("finance.loanBalance", "138000.00");
        values.put("finance.overdue", "past");
        values.put("finance.loans.a.overdueDays", "9");
        values.put("finance.loans.a.settledOn", "2024-03-11");
        values.put("land.contracted", "28.5");
        values.put("land.leasedIn", "33.5");
        values.put("crops.main", "水稻");
        values.put("crops.years", "11");
        values.put("income.years.a.year", "2025");
        values.put("income.years.a.perHead", "20500.00");
        values.put("social.pension", "true");
        values.put("social.medical", "true");
        values.put("social.arrears", "false");
        values.put("adverse.checkedOn", "2026-11-01");
        values.put("guarantee.any", "false");
        values.put("insurance.insured", "false");
        values.put("consents.given.a.kind", "signed");
        values.put("consents.given.a.noticeAt", "2026-10-22");
        values.put("consents.given.a.signedAt", "2026-10-22");
        values.put("consents.given.a.until", "2028-10-21");
        values.put("consents.given.a.blocks", "finance.deposits,house,income");
        values.put("honours.items.a.level", "township");
        values.put("honours.items.a.name", "五好家庭");
        for (var member = 1; member <= 7; member++) {
            var row = "review.scores.m" + member + ".";
            values.put(row + "law", "4");
            values.put(row + "neighbours", "4");
            values.put(row + "environment", "3");
            values.put(row + "public", "2.5");
            values.put(row + "reputation", "2.5");
        }
        return values;
    }

    static Averages averages() {
        return new Averages(
                AT, Map.of("netAssets", mean("412000"), "land", mean("47.5")), Map.of("perHead", mean("19600")));
    }

    private static Averages.Mean mean(String value) {
        return new Averages.Mean(new BigDecimal(value), 143);
    }

    static Rating rate(Map<String, String> values) {
        return Scoring.rate(FORM, Facts.open(Content.of(values), CODE), averages(), ON);
    }

    static Rating.Line line(Rating rating, String id) {
        return rating.blocks().stream()
                .flatMap(block -> block.lines().stream())
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What a roster with consent says of a household, and nothing more. */
    static Map<String, String> fromRoster(RandomGenerator random) {
        var values = new TreeMap<String, String>();
        values.put("head.name", "户" + random.nextInt(1000));
        values.put("head.birth", (1950 + random.nextInt(50)) + "-05-06");
        values.put("head.people", Integer.toString(1 + random.nextInt(6)));
        values.put("head.workers", Integer.toString(random.nextInt(5)));
        values.put("land.contracted", random.nextInt(900) / 10 + "." + random.nextInt(10));
        values.put("land.leasedIn", Integer.toString(random.nextInt(300)));
        values.put("crops.main", "玉米种植");
        var income = 10_000 + random.nextInt(200_000);
        values.put("income.years.y2026.year", "2026");
        values.put("income.years.y2026.totalIncome", income + ".00");
        values.put("income.years.y2026.totalExpense", income * 7L / 10 + ".00");
        values.put("finance.deposits", random.nextInt(100_000) + ".00");
        values.put("finance.loanBalance", random.nextInt(200_000) + ".00");
        values.put("finance.overdue", random.nextInt(20) == 0 ? "now" : "none");
        values.put("house.houses.r.area", "125");
        values.put("consents.given.r.kind", "paper");
        values.put("consents.given.r.reference", "2026-01");
        values.put("consents.given.r.noticeAt", "2026-09-20");
        values.put("consents.given.r.signedAt", "2026-09-20");
        values.put("consents.given.r.blocks", "finance.deposits,house,income");
        return values;
    }
}
