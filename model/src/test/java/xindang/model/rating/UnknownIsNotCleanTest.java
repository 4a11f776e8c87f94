package xindang.model.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.model.archive.Content;

/**
 * No line gives points, and no veto or cap is decided as not fired, without something in the archive that shows it. What shows
 * what is written here by hand, without a look at how the forms reckon.
 */
final class UnknownIsNotCleanTest {
    private static final long SEED = 20_261_130;
    private static final int SUBSETS = 400;

    /** By line: what must be known for how many points; the parts of a line with semicolons between. */
    private static final Map<String, Map<String, String>> LINES = Map.of(
            "household",
            Map.ofEntries(
                    Map.entry("workers", "head.workers:8"),
                    Map.entry("age", "head.birth:3"),
                    Map.entry("resident", "head.resident|house.houses:2"),
                    Map.entry("education", "head.education:1;head.skill:1"),
                    Map.entry("netAssets", "house.houses.*.value&finance.loanBalance:8"),
                    Map.entry("land", "land.contracted|land.leasedIn:4"),
                    Map.entry("machines", "machines.items.*.presentValue|machines.items.*.quantity:4"),
                    Map.entry("years", "crops.years:4"),
                    Map.entry("perHead", "income.years.*.year&income.years.*.perHead:10"),
                    Map.entry("debt", "finance.loanBalance&house.houses.*.value|finance.loanBalance&income:6"),
                    Map.entry(
                            "insurance",
                            "insurance.insured|insurance.agricultural|insurance.policies:2;social.medical:1;social.pension:1"),
                    Map.entry("loans", "finance.overdue|finance.loans.*.overdueDays:12"),
                    Map.entry("guarantee", "guarantee.any|guarantee.guarantees.*.compensated:5"),
                    Map.entry("authority", "adverse.checkedOn&consents.given.*.kind:4"),
                    Map.entry("dues", "social.arrears:2;adverse.checkedOn:2"),
                    Map.entry("committee", "review.scores:20"),
                    Map.entry("honours", "honours.items:5"),
                    Map.entry("special", "head.special:2"),
                    Map.entry("penalties", "adverse.items:10")),
            "enterprise",
            Map.ofEntries(
                    Map.entry("registered", "registration:8"),
                    Map.entry("paidShare", "capital.paid&capital.registered:6"),
                    Map.entry("commitment", "honours.commitment:6"),
                    Map.entry("qualifications", "qualifications.items:5"),
                    Map.entry("years", "registration.established:8"),
                    Map.entry("capital", "capital.registered:6"),
                    Map.entry("leverage", "figures.years.*.totalAssets&figures.years.*.totalLiabilities:7"),
                    Map.entry("liquidity", "figures.years.*.currentAssets&figures.years.*.currentLiabilities:5"),
                    Map.entry("growth", "figures.years.y2024.revenue&figures.years.y2025.revenue:4"),
                    Map.entry("margin", "figures.years.*.netProfit&figures.years.*.revenue:5"),
                    Map.entry("status", "registration.status:8"),
                    Map.entry("penalties", "penalties.checkedOn:9"),
                    Map.entry("tax", "publicCredit.taxGrade:8"),
                    Map.entry("arrears", "publicCredit.taxArrears:3;publicCredit.socialArrears:2"),
                    Map.entry("abnormal", "publicCredit.abnormal:4"),
                    Map.entry("loans", "finance.loans.*.overdueDays:4"),
                    Map.entry("complaints", "honours.complaints:2"),
                    Map.entry("honours", "honours.items:5")),
            "practitioner",
            Map.ofEntries(
                    Map.entry("licence", "licence.number:8"),
                    Map.entry("employer", "employer.name|employer.code:4"),
                    Map.entry("years", "occupation.since:8"),
                    Map.entry("latest", "assessments.years.*.result&assessments.years.*.year:25"),
                    Map.entry("before", "assessments.years.y2024.result&assessments.years.y2024.year:10"),
                    Map.entry("hours", "training.hours:15"),
                    Map.entry("discipline", "discipline.checkedOn:20"),
                    Map.entry("complaints", "conduct.complaints:5"),
                    Map.entry("commitment", "conduct.commitment:5"),
                    Map.entry("honours", "honours.items:5")));

    /** By veto and cap: what must be known for it to be decided as not fired. */
    private static final Map<String, Map<String, String>> CLEAR = Map.of(
            "household",
            Map.ofEntries(
                    Map.entry("dishonest", "adverse.checkedOn"),
                    Map.entry("badLoan", "finance.overdue|finance.loans.*.class|finance.loans.*.settledOn"),
                    Map.entry("longOverdue", "finance.overdue|finance.loans.*.overdueDays|finance.loans.*.settledOn"),
                    Map.entry("compensated", "adverse.checkedOn"),
                    Map.entry("evasion", "adverse.checkedOn"),
                    Map.entry("falsehood", "adverse.checkedOn"),
                    Map.entry("sentence", "adverse.checkedOn"),
                    Map.entry("vice", "adverse.checkedOn"),
                    Map.entry("family", "adverse.checkedOn"),
                    Map.entry("land", "adverse.checkedOn"),
                    Map.entry("fundraising", "adverse.checkedOn"),
                    Map.entry("minor", "head.birth"),
                    Map.entry("overdueNow", "finance.overdue|finance.loans.*.overdueDays"),
                    Map.entry("overduePast", "finance.overdue|finance.loans.*.overdueDays"),
                    Map.entry("unverified", "head.number"),
                    Map.entry("unreviewed", "review.scores")),
            "enterprise",
            Map.ofEntries(
                    Map.entry("dishonest", "publicCredit.dishonest|adverse.checkedOn"),
                    Map.entry("serious", "publicCredit.seriousBreach"),
                    Map.entry("revoked", "registration.status"),
                    Map.entry("badLoan", "finance.loans.*.class"),
                    Map.entry("registryOnly", "penalties.checkedOn|publicCredit.taxGrade|publicCredit.abnormal"),
                    Map.entry("noFigures", "figures.years.*.totalAssets"),
                    Map.entry("leverage", "figures.years.*.totalAssets&figures.years.*.totalLiabilities"),
                    Map.entry("abnormal", "publicCredit.abnormal"),
                    Map.entry("taxArrears", "publicCredit.taxArrears"),
                    Map.entry("taxD", "publicCredit.taxGrade"),
                    Map.entry("severe", "penalties.checkedOn")),
            "practitioner",
            Map.ofEntries(
                    Map.entry("dishonest", "conduct.dishonest"),
                    Map.entry("revoked", "discipline.checkedOn"),
                    Map.entry("incompetent", "assessments.years.*.result"),
                    Map.entry("heavy", "discipline.checkedOn"),
                    Map.entry("unverified", "identity.number")));

    @ParameterizedTest
    @ValueSource(strings = {"household", "enterprise", "practitioner"})
    void judgesACleanRecordInFull(String type) {
        var rating = rate(type, CleanRecords.of(type));

        assertEquals(
                List.of(),
                rating.blocks().stream()
                        .flatMap(block -> block.lines().stream())
                        .filter(line -> line.assessed().compareTo(line.maximum()) < 0)
                        .map(Rating.Line::label)
                        .toList());
        assertEquals(
                List.of(),
                rating.vetoes().stream()
                        .filter(veto -> veto.state() != Rating.State.CLEAR)
                        .map(Rating.Veto::label)
                        .toList());
        assertEquals(
                List.of(),
                rating.caps().stream()
                        .filter(cap -> cap.state() != Rating.State.CLEAR)
                        .map(Rating.Cap::label)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"household", "enterprise", "practitioner"})
    void saysNothingOfAnEmptyRecord(String type) {
        var rating = rate(type, Map.of());

        assertEquals(BigDecimal.ZERO, rating.assessed());
        assertEquals(
                List.of(),
                rating.inputs().entrySet().stream()
                        .filter(input -> !input.getKey().equals("authorised"))
                        .toList());
        check(type, Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"household", "enterprise", "practitioner"})
    void judgesNothingThatIsNotKnown(String type) {
        var whole = CleanRecords.of(type);
        for (var path : whole.keySet()) {
            var less = new TreeMap<>(whole);
            less.remove(path);
            check(type, less);
            check(type, Map.of(path, whole.get(path)));
        }
        var random = new SplittableRandom(SEED);
        for (var i = 0; i < SUBSETS; i++) {
            var some = new TreeMap<>(whole);
            var keep = random.nextDouble();
            some.keySet().removeIf(path -> random.nextDouble() > keep);
            check(type, some);
        }
    }

    private static void check(String type, Map<String, String> values) {
        var rating = rate(type, values);
        var lines = Stream.concat(
                        rating.blocks().stream().flatMap(block -> block.lines().stream()),
                        rating.adjustments().stream().flatMap(part -> part.lines().stream()))
                .toList();
        for (var line : lines) {
            var most = Stream.of(evidence(LINES, type, line.id()).split(";"))
                    .map(part -> part.split(":"))
                    .filter(part -> CleanRecords.known(values, part[0]))
                    .map(part -> new BigDecimal(part[1]))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertTrue(line.assessed().compareTo(most) <= 0, () -> line + " of " + values);
            assertTrue(line.points().compareTo(line.assessed()) <= 0, line::toString);
            assertEquals(
                    line.status() == Rating.Status.MISSING,
                    line.value().isEmpty() && line.rule().isEmpty(),
                    line::toString);
            assertEquals(
                    most.signum() == 0, most.signum() == 0 && line.status() == Rating.Status.MISSING, line::toString);
        }
        for (var veto : rating.vetoes()) {
            judged(type, veto.id(), veto.state(), values);
        }
        for (var cap : rating.caps()) {
            judged(type, cap.id(), cap.state(), values);
        }
    }

    private static void judged(String type, String id, Rating.State state, Map<String, String> values) {
        assertTrue(
                state != Rating.State.CLEAR || CleanRecords.known(values, evidence(CLEAR, type, id)),
                () -> id + " is clear of " + values);
    }

    private static String evidence(Map<String, Map<String, String>> all, String type, String id) {
        return java.util.Objects.requireNonNull(all.getOrDefault(type, Map.of()).get(id), () -> type + " " + id);
    }

    private static Rating rate(String type, Map<String, String> values) {
        var form = Village.FORMS.newest(type).orElseThrow();
        return Scoring.rate(form, Facts.open(Content.of(values), Village.CODE), Village.averages(), Village.ON);
    }
}
