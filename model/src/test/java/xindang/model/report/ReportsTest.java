package xindang.model.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xindang.model.report.ReportDesk.request;
import static xindang.model.report.ReportDesk.section;
import static xindang.model.report.ReportDesk.table;
import static xindang.model.report.ReportDesk.value;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.common.Violation;
import xindang.model.template.Audience;

/** The reports of a household, a firm and a profession, and their digests. */
final class ReportsTest {
    private final ReportDesk desk = new ReportDesk();

    @Test
    void hasTheSectionsOfAHouseholdInTheirOrder() {
        var titles = desk.report(Audience.OFFICE).sections().stream()
                .map(Section::title)
                .toList();

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
        var content = desk.report(Audience.OFFICE);

        assertEquals("230184101-20261118145206-LL039F2C-0001", content.number());
        assertEquals("双桥村三组，5 口人", content.subject().secondLine());
        assertEquals("230184********4217", content.subject().number());
        assertTrue(content.verifyUrl()
                .equals("https://xindang.example/r/" + content.number() + "?d="
                        + content.digest().substring(0, 16)));
        assertTrue(content.disclaimer().contains("上次与市平台同步为 2026-11-16 17:42"));
        assertTrue(desk.report(Audience.OFFICE).number().endsWith("-0002"));
    }

    @Test
    void reckonsWhatIsLeftAndEachPersonsShareOfIt() {
        desk.change("income.years.b.year", "2026");
        desk.change("income.years.b.totalIncome", "91500.00");
        desk.change("income.years.b.totalExpense", "69540.00");

        var income = desk.report(Audience.OFFICE).sections().stream()
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
        var outcome = desk.reports.prepare(desk.guan, new Request("household", Audience.OFFICE, " ", "", "", ""));

        assertEquals(
                List.of("report.purpose.missing", "report.person.missing", "report.issuer.missing"),
                outcome.violations().stream().map(Violation::code).toList());
        assertEquals(Optional.empty(), outcome.prepared());
    }

    @Test
    void marksAResidenceThatTheRatingTakesFromTheHouse() {
        assertEquals("是（未登记，按有住房推定）", value(desk.report(Audience.OFFICE), "农户基本信息", "常住"));

        desk.change("head.resident", "false");

        assertEquals("否", value(desk.report(Audience.OFFICE), "农户基本信息", "常住"));
    }

    @Test
    void doesNotSayOfGuaranteesThatThereAreNoneWhereNobodyAsked() {
        var values = new HashMap<>(Map.of("head.name", "刘无保", "finance.overdue", "none"));
        var silent = rated(values);
        values.put("guarantee.jointGroup", "双桥三组");
        var joint = rated(values);
        values.put("guarantee.any", "false");
        var asked = rated(values);

        assertEquals("", value(silent, "信用概要", "对外担保"));
        assertEquals("", value(silent, "信用概要", "联保小组"));
        assertEquals("档案中没有登记对外担保", table(silent, "对外担保").empty());
        assertEquals("，没有资料，不计分（满分 5）", reason(silent, "担保与联保履约"));
        assertEquals("", value(joint, "信用概要", "对外担保"));
        assertEquals("没有对外担保，没有对外担保", reason(asked, "担保与联保履约"));
        assertEquals("0", value(asked, "信用概要", "对外担保"));
    }

    private ReportContent rated(Map<String, String> values) {
        var household = desk.save("household", values);
        desk.ratings.rate(household, "李评");
        return desk.reports
                .prepare(household, request("household", Audience.OFFICE))
                .prepared()
                .orElseThrow()
                .content();
    }

    private static String reason(ReportContent content, String indicator) {
        return ((Section.Scores) section(content, "评分明细"))
                .blocks().stream()
                        .flatMap(block -> block.lines().stream())
                        .filter(line -> line.label().equals(indicator))
                        .map(line -> line.value() + "，" + line.rule())
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void printsTheStatementAndTheDispute() {
        var content = desk.report(Audience.OFFICE);

        assertEquals("迟交合作社会费：“会费是合作社记错了。”", value(content, "授权与声明", "本人声明"));
        assertEquals("迟交合作社会费：本人有异议，核查中", value(content, "授权与声明", "异议"));
        assertTrue(value(content, "授权与声明", "授权").startsWith("2026-10-22 现场签字，事项：存款、房屋"));
    }

    @Test
    void makesNoReportWhileACheckSaysThatANumberIsFalse() {
        desk.change("family.members.a.relation", "20");
        desk.change("family.members.a.sex", "2");
        assertEquals(List.of(), desk.codes(ReportDesk.request("household", Audience.OFFICE)));

        desk.change("head.workers", "6");
        assertEquals(List.of("check.part"), desk.codes(ReportDesk.request("household", Audience.OFFICE)));
        desk.change("head.workers", "5");
        assertEquals(List.of(), desk.codes(ReportDesk.request("household", Audience.OFFICE)));
    }

    @Test
    void aContradictionAmongLockedValuesStopsNothingAndIsNotNamed() {
        desk.change("income.years.b.year", "2025");
        assertEquals(List.of("check.unique"), desk.codes(ReportDesk.request("household", Audience.OFFICE)));

        desk.change("consents.given.a.until", "2026-10-23");
        assertEquals(List.of(), desk.codes(ReportDesk.request("household", Audience.OFFICE)));
    }

    @Test
    void printsNoRowThatLacksARequiredItem() {
        var before = desk.report(Audience.OFFICE).sections().toString();
        assertFalse(before.contains("听说欠钱"));
        desk.change("adverse.items.c.fact", "听说欠钱");
        assertFalse(desk.report(Audience.OFFICE).sections().toString().contains("听说欠钱"));

        desk.change("adverse.items.c.kind", "breach");
        assertTrue(desk.report(Audience.OFFICE).sections().toString().contains("听说欠钱"));
    }

    @Test
    void neverSaysThatThereIsNoneWhereRowsAreLeftOut() {
        desk.change("adverse.items.b.fact", "");
        assertEquals(List.of(), adverse().rows());
        assertEquals("有 1 条缺少必填内容，待补全，没有列出", adverse().note());
        assertEquals("待补全", figure("不良记录"));

        desk.change("adverse.items.c.kind", "breach");
        desk.change("adverse.items.c.fact", "违约");
        assertEquals(1, adverse().rows().size());
        assertEquals("另有 1 条缺少必填内容，待补全，没有列出", adverse().note());
        assertEquals("至少 1 条", figure("不良记录"));
        assertTrue(desk.report(Audience.OFFICE).data().contains("另有 1 条缺少必填内容"));
    }

    @Test
    void saysOfBadInformationThatNobodyLookedForThatNothingIsKnown() {
        for (var row : List.of("a", "b")) {
            for (var field : desk.store.find(desk.guan).orElseThrow().content().paths()) {
                if (field.startsWith("adverse.items." + row + ".")) {
                    desk.change(field, "");
                }
            }
        }
        desk.change("adverse.checkedOn", "");
        assertEquals(List.of(), adverse().rows());
        assertTrue(adverse().empty().startsWith("没有资料，无从判断"), adverse().empty());
        assertEquals("", figure("不良记录"));

        desk.change("adverse.checkedOn", "2026-11-01");
        assertEquals("已核查，没有不良信息", adverse().empty());
        assertEquals("0", figure("不良记录"));
    }

    private Section.Table adverse() {
        return desk.report(Audience.OFFICE).sections().stream()
                .filter(Section.Table.class::isInstance)
                .map(Section.Table.class::cast)
                .filter(table -> table.title().startsWith("不良"))
                .findFirst()
                .orElseThrow();
    }

    private String figure(String label) {
        return desk.report(Audience.OFFICE).sections().stream()
                .filter(Section.Figures.class::isInstance)
                .flatMap(figures -> ((Section.Figures) figures).figures().stream())
                .filter(pair -> pair.label().equals(label))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void explainsTheScoreWithVetoesCapsAndTheLocalAverage() {
        var content = desk.report(Audience.OFFICE);

        var scores = (Section.Scores) section(content, "评分明细");
        assertEquals("合计 39 分；折算 = 39/44 × 100 = 88.6", scores.notes().get(0).value());
        assertEquals(
                "1 条没有触发；11 条没有资料，无从判断（没有填不良记录的核查日期）", scores.notes().get(1).value());
        var radar = (Section.Radar) section(content, "各方面得分");
        assertEquals(
                List.of("家庭基本", "资产经营", "信用记录"),
                radar.axes().stream().map(Section.Axis::label).toList());
        assertTrue(radar.axes().get(1).average() > 0);
        assertEquals("至 2027-11-17", content.hero().orElseThrow().facts().get(1).value());
    }

    @Test
    void printsNoGradeThatItsOwnDataContradict() {
        var record = desk.store.find(desk.guan).orElseThrow();
        desk.store.save(List.of(new Draft(
                new UUID(9, 9),
                desk.guan,
                record.template(),
                List.of(
                        FieldChange.set("adverse.items.z.kind", "dishonest"),
                        FieldChange.set("adverse.items.z.fact", "失信被执行人"),
                        FieldChange.set("adverse.items.z.status", "open")),
                "王海燕",
                Instant.parse("2026-11-18T07:00:00Z"),
                "edit",
                List.of())));
        var content = desk.report(Audience.OFFICE);
        var hero = content.hero().orElseThrow();
        assertEquals(List.of("", "待重新评定", ""), List.of(hero.grade(), hero.gradeMeaning(), hero.score()));
        assertTrue(content.sections().stream().noneMatch(Section.Scores.class::isInstance));
        assertFalse(content.data().contains("\"rating\""));
    }

    @Test
    void saysWhichVetoesCannotBeJudged() {
        var firm = desk.save("enterprise", Map.of("registration.name", "五常市禾润谷丰米业有限公司"));
        desk.ratings.rate(firm, "李评");

        var content = desk.reports
                .prepare(firm, request("enterprise", Audience.OFFICE))
                .prepared()
                .orElseThrow()
                .content();

        var scores = (Section.Scores) section(content, "评价指标得分");
        assertEquals("4 条都没有资料，无从判断（没有填行政处罚、不良记录的核查日期）", scores.notes().get(1).value());
    }

    @Test
    void canBeCheckedFromItsDataAlone() {
        var content = desk.report(Audience.OFFICE);

        var check = ReportCheck.recompute(content.data(), content.digest(), desk.forms);

        assertTrue(check.genuine());
        assertEquals(ReportCheck.Recomputation.SAME, check.rating());
        assertEquals(content.number(), check.number());
        assertEquals(content.hero().orElseThrow().grade(), check.grade());
        assertFalse(ReportCheck.recompute(content.data().replace("关庆林", "关庆木"), content.digest(), desk.forms)
                .genuine());
        var forged = content.data().replaceFirst("\"grade\":\"[A-Z]+\"", "\"grade\":\"D\"");
        assertEquals(
                ReportCheck.Recomputation.DIFFERENT,
                ReportCheck.recompute(forged, content.digest(), desk.forms).rating());
        assertEquals(List.of(), ReportCheck.findings(content.data(), desk.forms));
        assertEquals(
                List.of("report.rating.altered"),
                ReportCheck.findings(forged, desk.forms).stream()
                        .map(Violation::code)
                        .toList());
        assertEquals(
                List.of("report.dataAltered"),
                ReportCheck.findings("{}", desk.forms).stream()
                        .map(Violation::code)
                        .toList());
    }

    @Test
    void keepsWhatWasIssuedAndShowsItInTheNextReport() {
        var saves = desk.store.saves();
        var first = desk.prepared(Audience.OFFICE);
        var second = desk.prepared(Audience.SELF);

        desk.reports.issued(List.of(first, second), Reports.Medium.PRINT);

        assertEquals(saves + 1, desk.store.saves());
        var kept = desk.store.about(desk.guan, "report", 10);
        assertEquals(2, kept.size());
        assertTrue(kept.stream().anyMatch(record -> record.content()
                .text("report.digest")
                .equals(first.content().digest())));
        var rows = table(desk.report(Audience.OFFICE), "查询记录").rows();
        assertEquals(2, rows.size());
        assertEquals(List.of("2026-11-18 14:52", "打印", "信用户复核", "王海燕"), rows.get(0));
    }

    @Test
    void reportsAHouseholdThatWasNeverRated() {
        var bare = desk.save("household", Map.of("head.name", "新来"));

        var content = desk.reports
                .prepare(bare, request("household", Audience.OFFICE))
                .prepared()
                .orElseThrow()
                .content();

        assertEquals(Optional.empty(), content.hero());
        assertFalse(content.sections().stream().anyMatch(section -> section instanceof Section.Scores));
    }

    @Test
    void aReportOfWhatALaterVersionWroteClaimsNotToBeWholeAndHasNoGrade() {
        var whole = desk.report(Audience.OFFICE);
        assertTrue(whole.hero().filter(hero -> !hero.grade().isEmpty()).isPresent());
        assertFalse(whole.data().contains("更新的版本"));
        desk.store.seal(desk.guan);

        var content = desk.report(Audience.OFFICE);

        var hero = content.hero().orElseThrow();
        assertEquals("", hero.grade());
        assertEquals("", hero.score());
        assertEquals("资料不全，未列等级", hero.gradeMeaning());
        assertTrue(content.sections().get(0) instanceof Section.Paragraphs);
        var note = (Section.Paragraphs) content.sections().get(0);
        assertEquals("部分资料由更新的版本写入，本报告未包含。", note.paragraphs().get(0).value());
        assertFalse(content.sections().stream().anyMatch(section -> section instanceof Section.Scores));
        assertTrue(content.data().contains("部分资料由更新的版本写入，本报告未包含"));
        assertFalse(content.data().contains("\"grade\""));
        assertEquals(whole.sections().size() - 1, content.sections().size());
    }

    @Test
    void makesTheReportsOfFirmsAndProfessionsFromTheirDescriptions() {
        var firm = desk.save(
                "enterprise",
                Map.of(
                        "registration.name", "五常市禾润谷丰米业有限公司",
                        "registration.code", "91230184MA1XXXXXXX",
                        "registration.established", "2019-01-02",
                        "registration.type", "llc",
                        "capital.registered", "500000.00"));
        var lawyer =
                desk.save("practitioner", Map.of("identity.name", "周某", "assessments.years.a.result", "competent"));
        desk.ratings.rate(firm, "李评");

        var enterprise = desk.reports
                .prepare(firm, request("enterprise", Audience.OFFICE))
                .prepared()
                .orElseThrow()
                .content();
        var practitioner = desk.reports
                .prepare(lawyer, request("practitioner", Audience.OFFICE))
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
                if (desk.templates.get(kind).field(path).isEmpty()) {
                    missing.add(path);
                }
            });
            assertEquals(List.of(), missing);
        }
    }
}
