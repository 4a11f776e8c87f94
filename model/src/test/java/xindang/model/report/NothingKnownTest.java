package xindang.model.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.model.rating.CleanRecords;
import xindang.model.template.Audience;

/**
 * No count and no table of a report says that there is none of something unless the archive shows that somebody looked. What
 * shows it is written here by hand.
 */
final class NothingKnownTest {
    private static final long SEED = 20_261_130;
    private static final int SUBSETS = 25;
    private static final String ADVERSE = "adverse.checkedOn|adverse.items";

    /** By count in the summary: what must be known for anything to be printed. */
    private static final Map<String, Map<String, String>> FIGURES = Map.of(
            "household",
            Map.of(
                    "在贷", "finance.loanBalance|finance.loans|finance.overdue",
                    "当前逾期", "finance.overdue|finance.loans.*.overdueDays|adverse.items",
                    "曾逾期", "finance.overdue|finance.loans.*.overdueDays|adverse.items",
                    "对外担保", "guarantee.any|guarantee.guarantees",
                    "联保小组", "guarantee.jointGroup",
                    "荣誉", "honours.items",
                    "不良记录", ADVERSE,
                    "异议", ADVERSE),
            "enterprise",
            Map.of(
                    "行政许可", "permits.items",
                    "行政处罚", "penalties.checkedOn|penalties.items",
                    "资质认证", "qualifications.items",
                    "荣誉", "honours.items",
                    "经营异常", "publicCredit.abnormal",
                    "严重失信", "publicCredit.seriousBreach",
                    "不良记录", ADVERSE,
                    "异议", ADVERSE + "|penalties.checkedOn|penalties.items"),
            "practitioner",
            Map.of(
                    "年度考核", "assessments.years",
                    "荣誉", "honours.items",
                    "惩戒", "discipline.checkedOn|discipline.items",
                    "投诉", "conduct.complaints",
                    "信用承诺", "conduct.commitment",
                    "失信被执行", "conduct.dishonest",
                    "异议", "discipline.checkedOn|discipline.items"));

    /** By table: what must be known for its lack of rows to be a finding. */
    private static final Map<String, String> LOOKED_FOR =
            Map.of("不良信息", "adverse.checkedOn", "行政处罚", "penalties.checkedOn", "惩戒信息", "discipline.checkedOn");

    private static final Pattern OF_THE_ARCHIVE =
            Pattern.compile("档案中没有登记[^，。；]*|档案中没有(未修复的)?[^，；]*，也没有核查日期|没有资料，(不计分|无从判断)|没有填[^）]*的核查日期|"
                    + "两年内没有查询|未经村评议|公共信用信息未归集|没有财务数据|资料不全|未评级|尚未与市平台同步，平台上的变动未包括在内");
    private static final Pattern DENIAL = Pattern.compile("没有|无|未|不欠|否$|^0( |$)|合格|正常");

    private final ReportDesk desk = new ReportDesk();

    @ParameterizedTest
    @ValueSource(strings = {"household", "enterprise", "practitioner"})
    void deniesNothingOfARecordThatIsEmpty(String type) {
        var name = desk.templates.get(type).subjectPaths().name();
        var content = report(type, Map.of(name, CleanRecords.of(type).get(name)));

        for (var words : words(content)) {
            var left = OF_THE_ARCHIVE.matcher(words).replaceAll("");
            assertFalse(DENIAL.matcher(left).find(), words);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"household", "enterprise", "practitioner"})
    void printsNoneOnlyWhereSomebodyLooked(String type) {
        var whole = CleanRecords.of(type);
        var name = desk.templates.get(type).subjectPaths().name();
        var random = new SplittableRandom(SEED);
        check(type, whole);
        for (var path : whole.keySet()) {
            var less = new TreeMap<>(whole);
            less.keySet().removeIf(other -> other.equals(path) && !other.equals(name));
            check(type, less);
            var only = new TreeMap<>(whole);
            only.keySet().retainAll(List.of(name, path));
            check(type, only);
        }
        for (var i = 0; i < SUBSETS; i++) {
            var some = new TreeMap<>(whole);
            some.keySet().removeIf(path -> random.nextBoolean() && !path.equals(name));
            check(type, some);
        }
    }

    private void check(String type, Map<String, String> values) {
        for (var section : report(type, values).sections()) {
            if (section instanceof Section.Figures figures) {
                for (var pair : figures.figures()) {
                    var evidence = Objects.requireNonNull(
                            FIGURES.getOrDefault(type, Map.of()).get(pair.label()), pair.label());
                    assertTrue(
                            pair.value().isEmpty() || CleanRecords.known(values, evidence),
                            () -> pair + " of " + values);
                }
            } else if (section instanceof Section.Table table && table.rows().isEmpty()) {
                var looked = LOOKED_FOR.getOrDefault(table.title(), "");
                var finding = !looked.isEmpty() && CleanRecords.known(values, looked);
                assertEquals(
                        finding,
                        !OF_THE_ARCHIVE.matcher(table.empty()).find(),
                        () -> table.title() + ": " + table.empty() + " of " + values);
            }
        }
    }

    private ReportContent report(String type, Map<String, String> values) {
        var record = desk.save(type, values);
        desk.ratings.rate(record, "李评");
        var outcome = desk.reports.prepare(record, ReportDesk.request(type, Audience.OFFICE));
        return outcome.prepared()
                .orElseThrow(() -> new AssertionError(outcome.violations() + " of " + values))
                .content();
    }

    private static List<String> words(ReportContent content) {
        var words = new ArrayList<String>();
        content.hero().ifPresent(hero -> {
            words.add(hero.gradeMeaning());
            hero.facts().forEach(pair -> words.add(pair.value()));
        });
        for (var section : content.sections()) {
            if (section instanceof Section.Facts facts) {
                facts.rows().forEach(row -> row.forEach(pair -> words.add(pair.value())));
            } else if (section instanceof Section.Figures figures) {
                figures.figures().forEach(pair -> words.add(pair.value()));
            } else if (section instanceof Section.Table table) {
                words.add(table.empty());
                table.rows().forEach(words::addAll);
            } else if (section instanceof Section.Scores scores) {
                scores.blocks().forEach(block -> block.lines().forEach(line -> {
                    words.add(line.value());
                    words.add(line.rule());
                }));
                scores.notes().stream()
                        .filter(note -> !note.label().equals("得分"))
                        .forEach(note -> words.add(note.value()));
            }
        }
        return words;
    }
}
