package xindang.model.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import xindang.model.archive.ArchiveRecord;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Ids;
import xindang.model.common.Progress;
import xindang.model.common.Violation;
import xindang.model.practice.Invented;
import xindang.model.practice.PracticeRoster;
import xindang.model.region.Divisions;
import xindang.model.template.Consents;
import xindang.model.template.ShippedTemplates;
import xindang.model.testing.InMemoryArchiveStore;
import xindang.model.value.CreditCode;
import xindang.model.value.DivisionCode;
import xindang.model.value.ResidentNumber;
import xindang.model.value.Sex;

class IntakeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-18T06:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final ShippedTemplates TEMPLATES = ShippedTemplates.load();
    private static final IntakeOptions OPTIONS = IntakeOptions.of("household", "王海燕");

    private final InMemoryArchiveStore store = new InMemoryArchiveStore("LL-03", TEMPLATES, CLOCK);
    private final Invented invented = new Invented(11, TODAY);
    private final Intake intake =
            new Intake(TEMPLATES, Divisions.harbin(), store, new Ids(CLOCK, new Random(3)), CLOCK, PracticeRoster.TOWN);

    @Test
    void takesAPracticeTownAndAccountsForEveryRow() {
        var sheet = sheet(new PracticeRoster(5, TODAY).rows(40));
        var result = run(sheet, OPTIONS.withPaperConsent("2026-01"));
        assertEquals(40, result.accepted());
        assertEquals(40, result.created());
        assertEquals(
                List.of(44, 45, 46),
                result.rejected().stream().map(SheetRow::number).toList());
        assertEquals(
                result.rows(),
                result.accepted() + result.rejected().size() + result.nonRows().size());
        assertEquals(40, records().size());
        assertTrue(records().stream()
                .allMatch(r -> r.content().rows("income.years").equals(List.of("y2026"))));
    }

    @Test
    void changesNothingWhenTheSameFileComesAgainAndOnlyWhatWasCorrected() {
        var rows = new PracticeRoster(5, TODAY).rows(20);
        run(sheet(rows), OPTIONS.withPaperConsent("2026-01"));
        var before = records();
        var again = run(sheet(rows), OPTIONS.withPaperConsent("2026-01"));
        assertEquals(20, again.unchanged());
        assertEquals(before, records());

        var corrected = new ArrayList<>(rows);
        var row = new ArrayList<>(rows.get(5));
        row.set(5, "15400000000");
        corrected.set(5, row);
        var third = run(sheet(corrected), OPTIONS.withPaperConsent("2026-01"));
        assertEquals(List.of(1, 19), List.of(third.updated(), third.unchanged()));
    }

    @Test
    void writesNothingOnADryRunThoughItSaysWhatItWould() {
        var result = run(sheet(new PracticeRoster(5, TODAY).rows(10)), OPTIONS.asDryRun());
        assertEquals(10, result.created());
        assertEquals(List.of(), records());
    }

    @Test
    void neverReadsWhatTheLawForbidsAndLocksWhatNeedsConsent() {
        var number = number();
        var sheet = sheet(List.of(
                List.of("姓名（户主）", "身份证号", "所在村", "宗教信仰", "疾病史", "存款（万元）"),
                List.of("关庆林", number, "双桥村", "某教", "某病", "3.5")));
        var result = run(sheet, OPTIONS);
        assertEquals(List.of("宗教信仰", "疾病史"), result.headings(Column.Use.REFUSED));
        assertEquals(List.of("存款（万元）"), result.headings(Column.Use.CONSENT_NEEDED));
        assertEquals(1, result.lockedRows());
        var content = records().get(0).content().asMap();
        assertTrue(content.values().stream().noneMatch(value -> value.contains("某")), content.toString());
        assertTrue(content.keySet().stream().noneMatch(path -> path.equals("finance.deposits")), content.toString());

        var signed = run(sheet, OPTIONS.withPaperConsent("2026-01"));
        assertEquals(0, signed.lockedRows());
        assertEquals("35000.00", records().get(0).content().text("finance.deposits"));
    }

    @Test
    void saysNothingOfACellThatNeedsConsentBeforeItIsOnFile() {
        var sheet = sheet(List.of(
                List.of("姓名（户主）", "身份证号", "所在村", "年收入（万元）", "存款（万元）"), List.of("关庆林", number(), "双桥村", "约三万", "-3")));
        var locked = run(sheet, OPTIONS);
        assertEquals(List.of(), locked.problems());
        assertEquals(List.of(0, 1), List.of(locked.warned(), locked.lockedRows()));

        var signed = run(sheet, OPTIONS.withPaperConsent("2026-01"));
        assertEquals(
                List.of("存款（万元）", "年收入（万元）"),
                signed.problems().stream().map(Problem::column).sorted().toList());
        assertEquals(1, signed.warned());
    }

    @Test
    void givesRejectedRowsBackWithoutWhatTheLawForbids() {
        var result = run(
                sheet(List.of(
                        List.of("姓名（户主）", "身份证号", "宗教信仰", "所在村", "疾病史", "存款（万元）"),
                        List.of("关庆林", "", "某教", "双桥村", "某病", "3.5"),
                        List.of("那守田", "", "某教"))),
                OPTIONS);
        assertEquals(
                List.of(List.of("关庆林", "", "", "双桥村", "", "3.5"), List.of("那守田", "", "")),
                result.rejected().stream()
                        .map(row -> row.cells().stream().map(Cell::text).toList())
                        .toList());
    }

    @Test
    void takesColumnsWhereAPersonPutThemButNeverPastTheLaw() {
        var sheet = sheet(List.of(
                List.of("户主姓名", "身份证号", "行政村", "联络", "宗教信仰", "存款（万元）", "承包面积", "家里的钱"),
                List.of("关庆林", number(), "双桥村", "13904512786", "某教", "3.5", "20", "7")));
        var placed = Map.of(
                3, Optional.of("head.phone"),
                4, Optional.of("file.notes"),
                5, Optional.<String>empty(),
                6, Optional.of("land.leasedIn"),
                7, Optional.of("finance.deposits"));

        var result = run(sheet, OPTIONS.placing(placed));

        assertEquals(List.of("宗教信仰"), result.headings(Column.Use.REFUSED));
        assertEquals(List.of("家里的钱"), result.headings(Column.Use.CONSENT_NEEDED));
        assertEquals(List.of("存款（万元）"), result.headings(Column.Use.UNKNOWN));
        assertEquals(1, result.lockedRows());
        var content = records().get(0).content();
        assertEquals("13904512786", content.text("head.phone"));
        assertEquals("20", content.text("land.leasedIn"));
        assertEquals("", content.text("land.contracted"));
        assertTrue(content.asMap().values().stream().noneMatch(value -> value.contains("某教")));
    }

    @Test
    void aColumnIsNoConsent() {
        var sheet = sheet(List.of(
                List.of("户主姓名", "身份证号", "行政村", "授权书编号", "签字的日子"),
                List.of("关庆林", number(), "双桥村", "LL-1", "2026-10-01")));

        var result = run(sheet, OPTIONS.placing(Map.of(4, Optional.of("consents.given.*.signedAt"))));

        assertEquals(List.of("授权书编号", "签字的日子"), result.headings(Column.Use.UNKNOWN));
        assertEquals(List.of(), records().get(0).content().rows(Consents.GROUP));
    }

    @Test
    void refusesANumberTwiceAndNamesBothRows() {
        var number = number();
        var result = run(
                sheet(List.of(
                        List.of("户主姓名", "身份证号", "行政村"), List.of("关庆林", number, "双桥村"), List.of("关长河", number, "双桥村"))),
                OPTIONS);
        assertEquals(1, result.accepted());
        assertEquals(
                List.of(Violation.of("intake.number.repeated", "2", "3")),
                result.problems().stream().map(Problem::violation).toList());
    }

    @Test
    void refusesANumberThatStandsInTheArchiveUnderAnotherName() {
        var number = number();
        run(sheet(List.of(List.of("户主姓名", "身份证号", "行政村"), List.of("关庆林", number, "双桥村"))), OPTIONS);
        var result = run(sheet(List.of(List.of("户主姓名", "身份证号", "行政村"), List.of("关长河", number, "双桥村"))), OPTIONS);
        assertEquals(
                List.of(Violation.of("intake.number.taken", "关庆林")),
                result.problems().stream().map(Problem::violation).toList());
    }

    @Test
    void keepsAPersonWithoutNumberAsUnverifiedOnlyWhenToldTo() {
        var rows = List.of(
                List.of("户主姓名", "身份证号", "行政村", "村民小组"),
                List.of("关庆林", "", "双桥村", "三组"),
                List.of("那守田", "230184196807124217X", "双桥村", "五组"));
        assertEquals(0, run(sheet(rows), OPTIONS).accepted());
        var kept = run(sheet(rows), OPTIONS.keepingUnverified());
        assertEquals(List.of(2, 2), List.of(kept.accepted(), kept.warned()));
        assertEquals(2, run(sheet(rows), OPTIONS.keepingUnverified()).unchanged());
        assertTrue(records().stream()
                .allMatch(r -> r.content().text("head.unverified").equals("true")));

        var number = number();
        var corrected = List.of(rows.get(0), List.of("关庆林", number, "双桥村", "三组"));
        assertEquals(1, run(sheet(corrected), OPTIONS).updated());
        var verified = records().stream()
                .filter(r -> r.content().text("head.number").equals(number))
                .toList();
        assertEquals(
                List.of(""),
                verified.stream().map(r -> r.content().text("head.unverified")).toList());
        assertEquals(2, records().size());
    }

    @Test
    void aRepeatedNumberThatIsCorrectedBecomesAnArchiveOfItsOwn() {
        var header = List.of("户主姓名", "身份证号", "行政村", "村民小组", "联系电话");
        var number = number();
        for (var other : List.of("关长河", "关庆林")) {
            var mine = List.of("关庆林", number, "双桥村", "三组", "15400000001");
            var theirs = List.of(other, number, "双桥村", "三组", "15400000002");
            var first = run(sheet(List.of(header, mine, theirs)), OPTIONS);
            assertEquals(1, first.rejected().size(), other);
            var before = only("head.number", number);

            var corrected = number();
            var second = run(sheet(List.of(header, List.of(other, corrected, "双桥村", "三组", "15400000002"))), OPTIONS);

            assertEquals(List.of(1, 0), List.of(second.created(), second.updated()), other);
            assertEquals(before, only("head.number", number));
            assertEquals("15400000002", only("head.number", corrected).content().text("head.phone"));
        }
    }

    @Test
    void tellsThatARowMovesAHouseholdBecauseItMayBeAnotherWithAWrongNumber() {
        var header = List.of("户主姓名", "身份证号", "行政村");
        var number = number();
        run(sheet(List.of(header, List.of("关庆林", number, "双桥村"), List.of("关庆林", number, "南老营村"))), OPTIONS);

        var again = run(sheet(List.of(header, List.of("关庆林", number, "南老营村"))), OPTIONS);

        assertEquals(List.of(1, 1), List.of(again.updated(), again.warned()));
        assertEquals(
                List.of("intake.village.moved"),
                again.problems().stream().map(p -> p.violation().code()).toList());
        assertEquals(List.of("双桥村", "南老营村"), again.problems().get(0).violation().args());
        assertEquals(
                0,
                run(sheet(List.of(header, List.of("关庆林", number, "南老营村"))), OPTIONS)
                        .warned());
    }

    @Test
    void aNamesakeNeverTakesTheArchiveOfSomebodyWhoseNumberWasVerified() {
        var header = List.of("户主姓名", "身份证号", "行政村", "村民小组", "联系电话");
        run(sheet(List.of(header, List.of("关庆林", "", "双桥村", "三组", "15400000001"))), OPTIONS.keepingUnverified());
        var number = number();
        run(sheet(List.of(header, List.of("关庆林", number, "双桥村", "三组", "15400000001"))), OPTIONS);
        var before = only("head.number", number);

        var unnumbered = run(
                sheet(List.of(header, List.of("关庆林", "", "双桥村", "三组", "15400000002"))), OPTIONS.keepingUnverified());
        var numbered = run(sheet(List.of(header, List.of("关庆林", number(), "双桥村", "三组", "15400000003"))), OPTIONS);

        assertEquals(
                List.of("intake.number.namesake"),
                unnumbered.problems().stream().map(p -> p.violation().code()).toList());
        assertEquals(0, unnumbered.accepted());
        assertEquals(1, numbered.created());
        assertEquals(before, only("head.number", number));
    }

    private ArchiveRecord only(String path, String value) {
        var found = records().stream()
                .filter(record -> record.content().text(path).equals(value))
                .toList();
        assertEquals(1, found.size(), value);
        return found.get(0);
    }

    @Test
    void leavesACellItCannotReadEmptyAndKeepsItsTextInTheList() {
        var result = run(
                sheet(List.of(
                        List.of("户主姓名", "身份证号", "行政村", "家庭人口", "备注"),
                        List.of("关庆林", number(), "双桥村", "好几口", "=HYPERLINK(\"http://127.0.0.1/\",\"x\")"))),
                OPTIONS);
        assertEquals(List.of(1, 1), List.of(result.accepted(), result.warned()));
        assertEquals("好几口", result.problems().get(0).value());
        var content = records().get(0).content();
        assertEquals("", content.text("head.people"));
        assertEquals("=HYPERLINK(\"http://127.0.0.1/\",\"x\")", content.text("file.note"));
    }

    @Test
    void doesNotTakeRowsBehindTheTotalNorDropThem() {
        var result = run(
                sheet(List.of(
                        List.of("花名册"),
                        List.of("户主姓名", "身份证号", "行政村"),
                        List.of("关庆林", number(), "双桥村"),
                        List.of("合计"),
                        List.of("那守田", number(), "双桥村"),
                        List.of("填表人：王海燕"))),
                OPTIONS);
        assertEquals(1, result.accepted());
        assertEquals(
                List.of("intake.row.afterTotal"),
                result.problems().stream().map(p -> p.violation().code()).toList());
        assertEquals(
                List.of(NonRow.Kind.TITLE, NonRow.Kind.HEADER, NonRow.Kind.TOTAL, NonRow.Kind.FOOTER),
                result.nonRows().stream().map(NonRow::kind).toList());
    }

    @Test
    void findsColumnsNoFieldIsCalledByFromWhatTheyHold() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("户主姓名", "家庭人口", "某列", "另一列"));
        for (var i = 0; i < 5; i++) {
            rows.add(List.of("关庆林", "3", number(), "双桥村村委会"));
        }
        assertEquals(5, run(sheet(rows), OPTIONS).accepted());
    }

    @Test
    void placesAnEnterpriseWhereItsCodeWasRegistered() {
        var body = "91230184MA1BEFXX"; // invented: only the check character makes it a code
        var code = body + "1" + CreditCode.checkCharacter(body + "1");
        var city = new Intake(
                TEMPLATES, Divisions.harbin(), store, new Ids(CLOCK, new Random(4)), CLOCK, DivisionCode.of("2301"));
        city.run(
                List.of(sheet(List.of(List.of("企业名称", "统一社会信用代码", "注册资金"), List.of("五常市虚构米业有限公司", code, "50万元人民币")))),
                IntakeOptions.of("enterprise", "王海燕"),
                Progress.NONE);
        var found = new ArrayList<ArchiveRecord>();
        store.each("enterprise", "230184", found::add);
        assertEquals(
                List.of("230184000000"),
                found.stream().map(ArchiveRecord::region).toList());
    }

    @Test
    void warnsOfAnEnterpriseThatWasRegisteredElsewhere() {
        var township = new Intake(
                TEMPLATES,
                Divisions.harbin(),
                store,
                new Ids(CLOCK, new Random(4)),
                CLOCK,
                DivisionCode.of("230184101"));

        var result = township.run(
                List.of(sheet(List.of(
                        List.of("企业名称", "统一社会信用代码"),
                        List.of("道里虚构商贸有限公司", firm("230102")),
                        List.of("外省虚构商贸有限公司", firm("330106")),
                        List.of("五常虚构米业有限公司", firm("230184")),
                        List.of("哈尔滨虚构电力有限公司", firm("230100"))))),
                IntakeOptions.of("enterprise", "王海燕"),
                Progress.NONE);

        assertEquals(4, result.accepted());
        assertEquals(
                List.of(
                        "2 WARNING intake.enterprise.elsewhere[哈尔滨市道里区, 五常市拉林满族镇]",
                        "3 WARNING intake.enterprise.elsewhere[330106, 五常市拉林满族镇]"),
                result.problems().stream()
                        .map(problem -> problem.row() + " " + problem.severity() + " "
                                + problem.violation().code()
                                + problem.violation().args())
                        .map(text -> text.replace("黑龙江省", "").replace("哈尔滨市五常市", "五常市"))
                        .toList());
    }

    /** An invented code: only the check character makes it one. */
    private static String firm(String region) {
        var body = "91" + region + "MA1BEFXX1";
        return body + CreditCode.checkCharacter(body);
    }

    @Test
    void warnsOfAPractitionerWhoBeganAsAChild() {
        var seven = "23018419740309421";
        var result = run(
                sheet(List.of(
                        List.of("姓名", "身份证号", "职业类别", "首次执业日期", "执业证号"),
                        List.of(
                                "周某",
                                seven + ResidentNumber.checkDigit(seven),
                                "律师",
                                "1981-07-01",
                                "12301201412345678"),
                        List.of("吴某", number(), "律师", "2015-07-01", "12301201412345679"))),
                IntakeOptions.of("practitioner", "王海燕"));

        assertEquals(2, result.accepted());
        assertEquals(
                List.of("2 WARNING practitioner.young[首次从业日期, 1981-07-01, 1974-03-09]"),
                result.problems().stream()
                        .map(problem -> problem.row() + " " + problem.severity() + " "
                                + problem.violation().code()
                                + problem.violation().args())
                        .toList());
    }

    @Test
    void warnsOfNothingWhereOnlyTheFormWasBroughtInOrder() {
        var result = run(
                sheet(List.of(
                        List.of("户主姓名", "身份证号", "行政村", "联系电话"),
                        List.of("关　林", number().toLowerCase(Locale.ROOT), "双桥村", " 154-0000-0001"))),
                OPTIONS);
        assertEquals(List.of(), result.problems());
        assertEquals("15400000001", records().get(0).content().text("head.phone"));
    }

    @Test
    void tellsVillagesOfOneNameApartByTheirTownship() {
        var city = new Intake(
                TEMPLATES, Divisions.harbin(), store, new Ids(CLOCK, new Random(3)), CLOCK, DivisionCode.of("2301"));
        var rows = List.of(List.of("户主姓名", "身份证号", "行政村"), List.of("关庆林", number(), "民乐村"));
        var problem = city.run(List.of(sheet(rows)), OPTIONS, Progress.NONE)
                .problems()
                .get(0);
        assertEquals("intake.village.ambiguous", problem.violation().code());
        assertTrue(problem.violation().args().get(1).contains("五常市民乐朝鲜族乡民乐村"), problem.toString());
    }

    @Test
    void takesTheTownshipOfTheTitleForVillagesOfOneName() {
        var county = within("230184");
        var rows =
                List.of(List.of("拉林满族镇农户信用信息采集花名册"), List.of("户主姓名", "身份证号", "行政村"), List.of("关庆林", number(), "大沟村村"));
        assertEquals(
                List.of(),
                county.run(List.of(sheet(rows)), OPTIONS, Progress.NONE).problems());
        assertEquals("230184101", records().get(0).region().substring(0, 9));
    }

    @Test
    void saysWhereAVillageLiesThatThisArchiveDoesNotKeep() {
        var rows = List.of(List.of("户主姓名", "身份证号", "行政村"), List.of("关庆林", number(), "民乐村村委会"));
        var violation = run(sheet(rows), OPTIONS).problems().get(0).violation();
        assertEquals("intake.village.elsewhere", violation.code());
        assertTrue(violation.args().get(1).endsWith("五常市民乐朝鲜族乡民乐村"), violation.toString());
    }

    @Test
    void suggestsNothingThatLiesOutsideTheArchive() {
        var village = within("230184101201");
        var rows = List.of(List.of("户主姓名", "身份证号", "行政村"), List.of("关庆林", number(), "红星大队"));
        var violation = village.run(List.of(sheet(rows)), OPTIONS, Progress.NONE)
                .problems()
                .get(0)
                .violation();
        assertEquals("intake.village.unknown", violation.code());
    }

    @Test
    void refusesAHouseholdThatLivesNowhere() {
        var rows = List.of(List.of("户主姓名", "身份证号"), List.of("关庆林", number()));
        var result = run(sheet(rows), OPTIONS);
        assertEquals(1, result.rejected().size());
        assertEquals(
                "intake.village.column", result.problems().get(0).violation().code());
        var village = within("230184101201");
        assertEquals(
                1, village.run(List.of(sheet(rows)), OPTIONS, Progress.NONE).accepted());
    }

    @Test
    void namesTheSheetsItDidNotRead() {
        var header = List.of("户主姓名", "身份证号", "行政村");
        var notes = new Sheet("花名册.xlsx", "说明", sheet(List.of(List.of("填表说明"))).rows());
        var first = sheet(List.of(header, List.of("关庆林", number(), "双桥村")));
        var second = new Sheet(
                "花名册.xlsx",
                "第二村",
                sheet(List.of(header, List.of("关庆海", number(), "双桥村"))).rows());
        var result = intake.run(List.of(notes, first, second), OPTIONS, Progress.NONE);
        assertEquals("Sheet1", result.sheet().name());
        assertEquals(List.of("第二村"), result.otherSheets());
    }

    @Test
    void readsANumberBehindTheApostropheOfASpreadsheet() {
        var rows = List.of(List.of("户主姓名", "身份证号", "行政村"), List.of("关庆林", "'" + number(), "双桥村"));
        assertEquals(List.of(), run(sheet(rows), OPTIONS).problems());
    }

    @Test
    void refusesASheetWithoutHeader() {
        var failure =
                assertThrows(AppException.class, () -> run(sheet(List.of(List.of("你好"), List.of("世界"))), OPTIONS));
        assertEquals(ErrorCode.UNREADABLE, failure.code());
    }

    private Intake within(String region) {
        return new Intake(
                TEMPLATES, Divisions.harbin(), store, new Ids(CLOCK, new Random(3)), CLOCK, DivisionCode.of(region));
    }

    private IntakeResult run(Sheet sheet, IntakeOptions options) {
        return intake.run(List.of(sheet), options, Progress.NONE);
    }

    private String number() {
        ResidentNumber number = invented.residentNumber(Sex.MALE, invented.birthDate(30, 60));
        return number.toString();
    }

    private List<ArchiveRecord> records() {
        var records = new ArrayList<ArchiveRecord>();
        store.each("household", "", records::add);
        return records;
    }

    private static Sheet sheet(List<List<String>> rows) {
        return new Sheet(
                "花名册.xlsx",
                "Sheet1",
                IntStream.range(0, rows.size())
                        .mapToObj(i -> new SheetRow(
                                i + 1,
                                rows.get(i).stream()
                                        .map(text -> new Cell(text, text.isEmpty() ? Cell.Kind.BLANK : Cell.Kind.TEXT))
                                        .toList()))
                        .toList());
    }
}
