package xindang.model.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.common.Ids;
import xindang.model.common.Violation;
import xindang.model.rating.RatingForms;
import xindang.model.rating.Ratings;
import xindang.model.template.Audience;
import xindang.model.template.ShippedTemplates;
import xindang.model.testing.MemoryArchiveStore;

/** The household report, reader by reader, and its digests. */
final class ReportsTest {
    private static final Instant NOW = Instant.parse("2026-11-18T06:52:06Z");
    private static final String VILLAGE = "230184101205";

    private final Clock clock = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
    private final Ids ids = new Ids(clock, new SplittableRandom(1));
    private final MemoryArchiveStore store = new MemoryArchiveStore();
    private final ShippedTemplates templates = ShippedTemplates.load();
    private final RatingForms forms = RatingForms.shipped();
    private final Ratings ratings = new Ratings(store, templates, forms, ids, clock);
    private final Reports reports = new Reports(
            store,
            templates,
            ratings,
            new Surroundings(
                    code -> "黑龙江省哈尔滨市五常市拉林满族镇双桥村",
                    code -> "双桥村",
                    () -> Optional.of(Instant.parse("2026-11-16T09:42:00Z")),
                    "https://xindang.example"),
            ids,
            clock);

    private UUID guan = new UUID(0, 0);

    @BeforeEach
    void settle() {
        guan = save("household", guan());
        for (var i = 0; i < 6; i++) {
            save("household", Map.of("head.name", "邻" + i, "land.contracted", "40", "finance.overdue", "none"));
        }
        ratings.rateRegion(ratings.form("household"), VILLAGE, "王海燕", xindang.model.common.Progress.NONE);
    }

    @Test
    void hasTheSectionsOfAHouseholdInTheirOrder() {
        var titles =
                report(Audience.OFFICE).sections().stream().map(Section::title).toList();

        assertEquals(
                List.of(
                        "农户基本信息",
                        "信用概要",
                        "评分明细",
                        "各方面得分",
                        "家庭成员",
                        "土地与生产经营",
                        "农机、车辆与设施",
                        "房屋",
                        "收支",
                        "金融概况",
                        "贷款",
                        "对外担保",
                        "参保与缴费",
                        "荣誉",
                        "不良信息",
                        "授权与声明",
                        "查询记录",
                        "说明"),
                titles);
    }

    @Test
    void numbersItByTownTimeDeviceAndSerial() {
        var content = report(Audience.OFFICE);

        assertEquals("230184101-20261118145206-LL039F2C-0001", content.number());
        assertEquals("双桥村三组，5 口人", content.subject().secondLine());
        assertEquals("230184********4217", content.subject().number());
        assertTrue(content.verifyUrl()
                .equals("https://xindang.example/r/" + content.number() + "?d="
                        + content.digest().substring(0, 16)));
        assertTrue(content.disclaimer().contains("上次与市平台同步为 2026-11-16 17:42"));
        assertTrue(report(Audience.OFFICE).number().endsWith("-0002"));
    }

    @Test
    void reckonsWhatIsLeftAndEachPersonsShareOfIt() {
        change(guan, "income.years.b.year", "2026");
        change(guan, "income.years.b.totalIncome", "91500.00");
        change(guan, "income.years.b.totalExpense", "69540.00");

        var income = report(Audience.OFFICE).sections().stream()
                .filter(section -> section.title().equals("收支"))
                .map(Section.Table.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of("2026", "91,500 元", "69,540 元", "21,960 元", "4,392 元"),
                income.rows().get(0));
        assertEquals(List.of("2025", "", "", "", "20,500 元"), income.rows().get(1));
    }

    @Test
    void refusesWithoutPurposePersonAndIssuer() {
        var outcome = reports.prepare(guan, new Request("household", Audience.OFFICE, " ", "", "", ""));

        assertEquals(
                List.of("report.purpose.missing", "report.person.missing", "report.issuer.missing"),
                outcome.violations().stream().map(Violation::code).toList());
        assertEquals(Optional.empty(), outcome.prepared());
    }

    @Test
    void refusesABoardAWrongKindAndABankWithoutConsent() {
        change(guan, "consents.given.a.until", "2026-11-17");

        assertEquals(
                List.of("report.audience.public"),
                codes(new Request("household", Audience.PUBLIC, "公示", "王海燕", "镇政府", "")));
        assertEquals(
                List.of("report.kind.unfit"),
                codes(new Request("enterprise", Audience.OFFICE, "复核", "王海燕", "镇政府", "")));
        assertEquals(
                List.of("report.consent.missing"),
                codes(new Request("household", Audience.RECIPIENT, "贷款", "王海燕", "镇政府", "")));
    }

    @Test
    void leavesOutWhatConsentDoesNotCoverAnyMore() {
        change(guan, "consents.given.a.until", "2026-11-17");

        var content = report(Audience.OFFICE);

        assertFalse(
                content.sections().stream().anyMatch(section -> section.title().equals("收支")));
        assertFalse(
                content.sections().stream().anyMatch(section -> section.title().equals("房屋")));
        assertFalse(facts(content, "金融概况").contains("130,000"));
        assertEquals("", value(content, "金融概况", "存款"));
    }

    @Test
    void hidesOtherPeopleFromEveryReaderAndChildrenAltogether() {
        for (var audience : List.of(Audience.OFFICE, Audience.RECIPIENT, Audience.SELF)) {
            var content = report(audience);
            assertFalse(content.data().contains("关小雨"), audience.name());
            assertFalse(content.data().contains("关春梅"), audience.name());
            assertFalse(content.data().contains("李保国"), audience.name());
            assertEquals(
                    List.of("关*梅", "未满十四周岁，不显示"),
                    table(content, "家庭成员").rows().stream()
                            .map(row -> row.get(0))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void showsABankNoOtherLenderButLetsItRecompute() {
        var content = report(Audience.RECIPIENT);

        assertEquals("某机构", table(content, "贷款").rows().get(0).get(0));
        assertFalse(content.data().contains("拉林信用社"));
        assertEquals("拉林信用社", table(report(Audience.OFFICE), "贷款").rows().get(0).get(0));
        assertTrue(
                ReportCheck.recompute(content.data(), content.digest(), forms).genuine());
    }

    @Test
    void saysOnEveryPageForWhomItIsAndKeepsIt() {
        var named = reports.prepare(guan, new Request("household", Audience.RECIPIENT, "贷款", "王海燕", "镇政府", "冰城村镇银行"))
                .prepared()
                .orElseThrow();

        reports.issued(List.of(named), Reports.Medium.PRINT);

        assertEquals("仅供冰城村镇银行用于贷款", named.content().usage().limits());
        assertEquals("冰城村镇银行", store.about(guan, "report", 1).get(0).content().text("report.recipient"));
        assertEquals("冰城村镇银行", store.about(guan, "query", 1).get(0).content().text("query.recipient"));
        assertEquals(
                List.of("2026-11-18 14:52", "打印", "贷款，提供给冰城村镇银行", "王海燕"),
                table(report(Audience.OFFICE), "查询记录").rows().get(0));
    }

    @Test
    void namesTheReaderByItsKindWhereNobodyIsNamed() {
        assertEquals(
                List.of("仅供五常市拉林满族镇人民政府用于信用户复核", "仅供接收机构用于信用户复核", "仅供信用主体本人用于信用户复核"),
                List.of(Audience.OFFICE, Audience.RECIPIENT, Audience.SELF).stream()
                        .map(audience -> report(audience).usage().limits())
                        .toList());
    }

    @Test
    void neverPrintsAnAdverseItemWhoseTermIsOver() {
        var content = report(Audience.OFFICE);

        assertFalse(content.data().contains("旧年欠缴水费"));
        var rows = table(content, "不良信息").rows();
        assertEquals(1, rows.size());
        assertEquals("已终止，有异议", rows.get(0).get(4));
    }

    @Test
    void marksAResidenceThatTheRatingTakesFromTheHouse() {
        assertEquals("是（未登记，按有住房推定）", value(report(Audience.OFFICE), "农户基本信息", "常住"));

        change(guan, "head.resident", "false");

        assertEquals("否", value(report(Audience.OFFICE), "农户基本信息", "常住"));
    }

    @Test
    void derivesNoResidenceFromAHouseThatMayNotBeRead() {
        change(guan, "consents.given.a.until", "2026-11-17");

        assertEquals("", value(report(Audience.OFFICE), "农户基本信息", "常住"));
    }

    @Test
    void printsTheStatementAndTheDispute() {
        var content = report(Audience.OFFICE);

        assertEquals("迟交合作社会费：“会费是合作社记错了。”", value(content, "授权与声明", "本人声明"));
        assertEquals("迟交合作社会费：本人有异议，核查中", value(content, "授权与声明", "异议"));
        assertTrue(value(content, "授权与声明", "授权").startsWith("2026-10-22 现场签字，事项：存款、房屋"));
    }

    @Test
    void explainsTheScoreWithVetoesCapsAndTheLocalAverage() {
        var content = report(Audience.OFFICE);

        var scores = (Section.Scores) section(content, "评分明细");
        assertEquals("12 条都没有触发", scores.notes().get(0).value());
        var radar = (Section.Radar) section(content, "各方面得分");
        assertEquals(
                List.of("家庭基本", "资产经营", "信用记录"),
                radar.axes().stream().map(Section.Axis::label).toList());
        assertTrue(radar.axes().get(1).average() > 0);
        assertEquals("至 2027-11-17", content.hero().orElseThrow().facts().get(1).value());
    }

    @Test
    void saysWhichVetoesCannotBeJudged() {
        var firm = save("enterprise", Map.of("registration.name", "五常市禾润谷丰米业有限公司"));
        ratings.rate(firm, "李评");

        var content = reports.prepare(firm, request("enterprise", Audience.OFFICE))
                .prepared()
                .orElseThrow()
                .content();

        var scores = (Section.Scores) section(content, "评价指标得分");
        assertEquals("4 条都没有触发，其中 2 条没有资料，无从判断", scores.notes().get(0).value());
    }

    @Test
    void canBeCheckedFromItsDataAlone() {
        var content = report(Audience.OFFICE);

        var check = ReportCheck.recompute(content.data(), content.digest(), forms);

        assertTrue(check.genuine());
        assertEquals(ReportCheck.Recomputation.SAME, check.rating());
        assertEquals(content.number(), check.number());
        assertEquals(content.hero().orElseThrow().grade(), check.grade());
        assertFalse(ReportCheck.recompute(content.data().replace("关庆林", "关庆木"), content.digest(), forms)
                .genuine());
        var forged = content.data().replaceFirst("\"grade\":\"[A-Z]+\"", "\"grade\":\"D\"");
        assertEquals(
                ReportCheck.Recomputation.DIFFERENT,
                ReportCheck.recompute(forged, content.digest(), forms).rating());
        assertEquals(List.of(), ReportCheck.findings(content.data(), forms));
        assertEquals(
                List.of("report.rating.altered"),
                ReportCheck.findings(forged, forms).stream()
                        .map(Violation::code)
                        .toList());
        assertEquals(
                List.of("report.dataAltered"),
                ReportCheck.findings("{}", forms).stream().map(Violation::code).toList());
    }

    @Test
    void keepsWhatWasIssuedAndShowsItInTheNextReport() {
        var saves = store.saves();
        var first = prepared(Audience.OFFICE);
        var second = prepared(Audience.SELF);

        reports.issued(List.of(first, second), Reports.Medium.PRINT);

        assertEquals(saves + 1, store.saves());
        var kept = store.about(guan, "report", 10);
        assertEquals(2, kept.size());
        assertTrue(kept.stream().anyMatch(record -> record.content()
                .text("report.digest")
                .equals(first.content().digest())));
        var rows = table(report(Audience.OFFICE), "查询记录").rows();
        assertEquals(2, rows.size());
        assertEquals(List.of("2026-11-18 14:52", "打印", "信用户复核", "王海燕"), rows.get(0));
    }

    @Test
    void reportsAHouseholdThatWasNeverRated() {
        var bare = save("household", Map.of("head.name", "新来"));

        var content = reports.prepare(bare, request("household", Audience.OFFICE))
                .prepared()
                .orElseThrow()
                .content();

        assertEquals(Optional.empty(), content.hero());
        assertFalse(content.sections().stream().anyMatch(section -> section instanceof Section.Scores));
    }

    @Test
    void makesTheReportsOfFirmsAndProfessionsFromTheirDescriptions() {
        var firm = save(
                "enterprise",
                Map.of(
                        "registration.name", "五常市禾润谷丰米业有限公司",
                        "registration.code", "91230184MA1XXXXXXX",
                        "registration.established", "2019-01-02",
                        "registration.type", "llc",
                        "capital.registered", "500000.00"));
        var lawyer = save("practitioner", Map.of("identity.name", "周某", "assessments.years.a.result", "competent"));
        ratings.rate(firm, "李评");

        var enterprise = reports.prepare(firm, request("enterprise", Audience.OFFICE))
                .prepared()
                .orElseThrow()
                .content();
        var practitioner = reports.prepare(lawyer, request("practitioner", Audience.OFFICE))
                .prepared()
                .orElseThrow()
                .content();

        assertTrue(enterprise.cover());
        assertEquals("有限责任公司，2019-01-02 成立", enterprise.subject().secondLine());
        assertEquals(
                "依据 GB/T 22116-2008、GB/T 23794-2023",
                enterprise.hero().orElseThrow().scoreNote());
        assertEquals("500,000 元", value(enterprise, "登记注册信息", "注册资本"));
        assertEquals("称职", table(practitioner, "年度考核").rows().get(0).get(1));
    }

    @Test
    void namesOnlyFieldsThatTheTemplatesHave() {
        for (var kind : List.of("household", "enterprise", "practitioner")) {
            var missing = new ArrayList<String>();
            DescriptionFields.of(kind).forEach(path -> {
                if (templates.get(kind).field(path).isEmpty()) {
                    missing.add(path);
                }
            });
            assertEquals(List.of(), missing);
        }
    }

    private ReportContent report(Audience audience) {
        return prepared(audience).content();
    }

    private Prepared prepared(Audience audience) {
        return reports.prepare(guan, request("household", audience)).prepared().orElseThrow();
    }

    private static Request request(String kind, Audience audience) {
        return new Request(kind, audience, "信用户复核", "王海燕", "五常市拉林满族镇人民政府", "");
    }

    private List<String> codes(Request request) {
        return reports.prepare(guan, request).violations().stream()
                .map(Violation::code)
                .toList();
    }

    private static Section section(ReportContent content, String title) {
        return content.sections().stream()
                .filter(section -> section.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static Section.Table table(ReportContent content, String title) {
        return (Section.Table) section(content, title);
    }

    private static String facts(ReportContent content, String title) {
        return section(content, title).toString();
    }

    private static String value(ReportContent content, String title, String label) {
        var section = section(content, title);
        var pairs = section instanceof Section.Facts facts
                ? facts.rows().stream().flatMap(List::stream).toList()
                : ((Section.Paragraphs) section).paragraphs();
        return pairs.stream()
                .filter(pair -> pair.label().equals(label))
                .map(ReportContent.Pair::value)
                .findFirst()
                .orElseThrow();
    }

    private UUID save(String type, Map<String, String> values) {
        var record = ids.next();
        var fields = values.entrySet().stream()
                .map(entry -> FieldChange.set(entry.getKey(), entry.getValue()))
                .toList();
        store.save(List.of(new Draft(
                ids.next(), record, templates.get(type).ref(), VILLAGE, fields, "王海燕", NOW, "import", List.of())));
        return record;
    }

    private void change(UUID record, String path, String value) {
        var before = store.find(record).orElseThrow().content().get(path);
        store.save(List.of(new Draft(
                ids.next(),
                record,
                templates.get("household").ref(),
                VILLAGE,
                List.of(new FieldChange(path, before, Optional.of(value))),
                "王海燕",
                NOW,
                "edit",
                List.of())));
    }

    private static Map<String, String> guan() {
        var values = new HashMap<String, String>();
        values.put("file.group", "三组");
        values.put("head.name", "关庆林");
        values.put("head.number", "230184197403094217");
        values.put("head.birth", "1974-03-09");
        values.put("head.phone", "13845106053");
        values.put("head.people", "5");
        values.put("head.workers", "3");
        values.put("land.contracted", "28.5");
        values.put("crops.main", "水稻");
        values.put("crops.years", "11");
        values.put("house.houses.a.area", "125");
        values.put("finance.deposits", "130000.00");
        values.put("finance.loanBalance", "138000.00");
        values.put("finance.overdue", "none");
        values.put("finance.loans.a.institution", "拉林信用社");
        values.put("finance.loans.a.balance", "138000.00");
        values.put("income.years.a.year", "2025");
        values.put("income.years.a.perHead", "20500.00");
        values.put("family.members.a.name", "关春梅");
        values.put("family.members.a.birth", "1976-01-01");
        values.put("family.members.b.name", "关小雨");
        values.put("family.members.b.birth", "2019-05-01");
        values.put("guarantee.guarantees.a.debtor", "李保国");
        values.put("consents.given.a.kind", "signed");
        values.put("consents.given.a.noticeAt", "2026-10-22");
        values.put("consents.given.a.signedAt", "2026-10-22");
        values.put("consents.given.a.until", "2028-10-21");
        values.put("consents.given.a.blocks", "finance.deposits,house,income");
        values.put("adverse.items.a.kind", "arrears");
        values.put("adverse.items.a.fact", "旧年欠缴水费");
        values.put("adverse.items.a.status", "ended");
        values.put("adverse.items.a.endsOn", "2021-06-01");
        values.put("adverse.items.b.kind", "breach");
        values.put("adverse.items.b.fact", "迟交合作社会费");
        values.put("adverse.items.b.status", "ended");
        values.put("adverse.items.b.endsOn", "2025-06-01");
        values.put("adverse.items.b.disputed", "true");
        values.put("adverse.items.b.statement", "会费是合作社记错了。");
        return values;
    }
}
