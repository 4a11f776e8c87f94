package xindang.model.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xindang.model.intake.RosterOffice.OPTIONS;
import static xindang.model.intake.RosterOffice.sheet;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells as people write them: what a person reads is read, and what cannot be read is a problem with its words. */
class IntakeWordsTest {
    private final RosterOffice office = new RosterOffice();

    /** Returns the value at a path, and the codes of the problems, after the import of one household with one cell. */
    private String read(String heading, String cell, String path) {
        var result = office.run(
                sheet(List.of(List.of("户主姓名", "身份证号", "行政村", heading), List.of("关庆林", office.number(), "双桥村", cell))),
                OPTIONS.withPaperConsent("2026-01"));
        assertEquals(1, result.accepted(), result.problems().toString());
        var value = office.records().get(0).content().get(path).orElse("");
        var problems = result.problems().stream()
                .map(problem -> problem.violation().code() + "(" + problem.value() + ")")
                .collect(Collectors.joining(" "));
        return (value + " " + problems).strip();
    }

    @ParameterizedTest
    @CsvSource({
        "3万5,35000.00",
        "3万5千,35000.00",
        "三万五,35000.00",
        "1.2万元,12000.00",
        "３５，０００,35000.00",
        "'35，000',35000.00",
        "5千,5000.00",
        "2千5,2500.00",
        "伍万元,50000.00",
        "叁万贰仟元,32000.00",
        "60000元/年,60000.00",
        "1.2万/年,12000.00",
        "5-10万,50000.00..100000.00|5-10万",
        "3-5万,30000.00..50000.00|3-5万",
        "约3万,~30000.00|约3万",
        "3万元左右,~30000.00|3万元左右",
        "五六万,50000.00..60000.00|五六万"
    })
    void readsAnAmountAsPeopleWriteIt(String written, String value) {
        assertEquals(value, read("家庭年总收入(元)", written, "income.years.y2026.totalIncome"));
    }

    @ParameterizedTest
    @CsvSource({"2垧3亩,33", "1公顷,15", "1 垧 5 亩,20", "二十亩,20", "约20亩,~20|约20亩", "100㎡,0.15", "无,0"})
    void readsAnAreaAsPeopleWriteIt(String written, String value) {
        assertEquals(value, read("承包耕地(亩)", written, "land.contracted"));
    }

    @Test
    void namesWhatStandsInBracketsBehindANumber() {
        assertEquals("10.5 number.remark(10.5亩（其中水田5亩）)", read("承包耕地(亩)", "10.5亩（其中水田5亩）", "land.contracted"));
    }

    @ParameterizedTest
    @CsvSource({"5（含在外1人）,5 number.remark(5（含在外1人）)", "四口人,4", "4.0,4", "3+1,number.several(3+1)"})
    void readsANumberOfPeople(String written, String read) {
        assertEquals(read, read("家庭人口", written, "head.people"));
    }

    @Test
    void readsTheYearOfAnArchiveOfTheLastCentury() {
        assertEquals("1985-03", read("建档日期", "85年3月", "file.openedOn"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"民国三十八年", "2026-02-30", "3月5日", "12/5/2026", "26-3-5"})
    void putsNoDayOfTheImportInThePlaceOfAnUnreadableOne(String written) {
        var read = read("建档日期", written, "file.openedOn");
        assertTrue(read.matches("date\\.\\w+\\(" + written + "\\)"), read);
    }

    @Test
    void opensAnArchiveOnTheDayOfTheImportWhereNoDayIsWritten() {
        assertEquals("2026-11-18", read("建档日期", "", "file.openedOn"));
        assertEquals("2026-11-18", read("建档日期", "不详", "file.openedOn"));
    }

    @ParameterizedTest
    @CsvSource({
        "没有逾期,none",
        "无,none",
        "×,none",
        "0,none",
        "正常,none",
        "√,now",
        "1,now",
        "不良,now",
        "有,now",
        "曾逾期30天,past field.code.quantity(曾逾期30天)",
        "逾期30天,now field.code.quantity(逾期30天)",
        "逾期3个月,now field.code.quantity(逾期3个月)",
        "有一点,field.code(有一点)",
        "△,field.code(△)"
    })
    void neverLosesWhetherALoanIsOverdue(String written, String read) {
        assertEquals(read, read("有无逾期", written, "finance.overdue"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"有", "√"})
    void neverLosesThatThereIsBadInformation(String written) {
        assertEquals("intake.group.unreadable(" + written + ")", read("不良信用记录", written, "adverse.items.i1.fact"));
    }

    @Test
    void readsWhoLentMoney() {
        assertEquals("50000.00", read("贷款余额(元)", "信用社3万，邮储2万", "finance.loanBalance"));
        var content = office.records().get(0).content();
        assertEquals(
                "信用社 30000.00",
                content.text("finance.loans.i1.institution") + " " + content.text("finance.loans.i1.balance"));
        assertEquals(
                "邮储 20000.00",
                content.text("finance.loans.i2.institution") + " " + content.text("finance.loans.i2.balance"));
        assertEquals("50000.00", read("现有贷款", "5万（农信社）", "finance.loanBalance"));
        assertEquals("农信社", office.records().get(1).content().text("finance.loans.i1.institution"));
    }

    @ParameterizedTest
    @CsvSource({"无,0.00", "无贷款,0.00", "没有,0.00", "0,0.00", "2 万,20000.00", "5000O,number.lookalike(5000O)", "-,''"})
    void readsThatThereIsNoLoan(String written, String value) {
        assertEquals(value, read("贷款余额(元)", written, "finance.loanBalance"));
    }

    @Test
    void leavesAnIncomeOfNothingUnknown() {
        assertEquals("", read("家庭年总收入", "无", "income.years.y2026.totalIncome"));
    }

    @ParameterizedTest
    @CsvSource({
        "拖拉机两台,拖拉机 2",
        "四轮车一台,四轮车 1",
        "收割机2,收割机 2",
        "拖拉机(1台),拖拉机 1",
        "手扶拖拉机１台,手扶拖拉机 1",
        "东方红804,东方红804",
        "摩托车,摩托车"
    })
    void readsAMachineAndHowMany(String written, String machine) {
        read("农机具", written, "");
        var content = office.records().get(0).content();
        assertEquals(
                machine,
                (content.text("machines.items.i1.name") + " " + content.text("machines.items.i1.quantity")).strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"有", "1", "√"})
    void makesNoMachineOfAMark(String written) {
        assertEquals("intake.group.unreadable(" + written + ")", read("农机具", written, "machines.items.i1.name"));
    }

    @ParameterizedTest
    @CsvSource({"砖木结构 80,80 brick-wood", "120,120", "砖混120平方米,120 brick-concrete", "砖瓦房3间,brick-tile"})
    void readsTheAreaOfAHouse(String written, String house) {
        read("房屋结构及面积", written, "");
        var content = office.records().get(0).content();
        assertEquals(
                house,
                (content.text("house.houses.i1.area") + " " + content.text("house.houses.i1.structure")).strip());
    }

    @Test
    void keepsNoBrokenLetter() {
        assertEquals("intake.cell.broken(五好\uFFFD庭)", read("获得荣誉", "五好\uFFFD庭", "honours.items.i1.name"));
        assertEquals("intake.cell.broken(二\uFFFD)", read("备注", "二\uFFFD", "file.note"));
    }

    @Test
    void readsTheLevelOfAnHonour() {
        assertEquals("county", read("获得荣誉", "县劳模", "honours.items.i1.level"));
    }

    @ParameterizedTest
    @CsvSource({
        "户主性别,M,head.sex,1",
        "文化程度,高中肄业,head.education,63",
        "文化程度,高小,head.education,80",
        "婚姻状况,未,head.marriage,10",
        "农业保险参保险种,水稻50亩,insurance.agricultural,rice",
        "农业保险参保险种,大豆完全成本保险,insurance.agricultural,soybean"
    })
    void knowsEverydayWordsOfCodes(String heading, String written, String path, String code) {
        assertEquals(code, read(heading, written, path));
    }

    @Test
    void warnsOfASexOrABirthThatContradictsTheNumber() {
        var number = office.number();
        var born = number.substring(6, 10) + "-" + number.substring(10, 12) + "-" + number.substring(12, 14);
        var result = office.run(
                sheet(List.of(
                        List.of("户主姓名", "身份证号", "行政村", "性别", "出生日期"),
                        List.of("关庆林", number, "双桥村", "女", "1912-05-05"),
                        List.of("王满仓", office.number(), "双桥村", "男", ""))),
                OPTIONS);
        assertEquals(
                List.of("出生日期 [出生日期, 1912-05-05, " + born + "]", "性别 [性别, 女, 男]"),
                result.problems().stream()
                        .map(p -> p.column() + " " + p.violation().args())
                        .toList());
        var again = office.run(
                sheet(List.of(
                        List.of("户主姓名", "身份证号", "行政村", "性别", "出生年月"),
                        List.of("关庆林", number, "双桥村", "未知", born.substring(0, 7)))),
                OPTIONS);
        assertEquals(List.of(), again.problems());
    }

    private IntakeResult machines(String number, String machines, String honours) {
        return office.run(
                sheet(List.of(
                        List.of("户主姓名", "身份证号", "行政村", "农机具", "获得荣誉"),
                        List.of("关庆林", number, "双桥村", machines, honours))),
                OPTIONS);
    }

    private String rows(String group) {
        var content = office.records().get(0).content();
        return content.rows(group).stream()
                .map(row -> content.text(group + "." + row + ".name"))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void aListOfALaterYearReplacesMachinesAndAddsHonours() {
        var number = office.number();
        machines(number, "拖拉机2台、播种机1台", "文明家庭");
        var kept = machines(number, "播种机1台、拖拉机2台", "");
        assertEquals(List.of(1, 0), List.of(kept.unchanged(), kept.warned()));

        var later = machines(number, "收割机1台", "五好家庭");
        assertEquals("收割机", rows("machines.items"));
        assertEquals("五好家庭 文明家庭", rows("honours.items"));
        assertEquals(
                List.of("intake.list.replaced[拖拉机、播种机]"),
                later.problems().stream()
                        .map(p -> p.violation().code() + p.violation().args())
                        .toList());
    }

    @Test
    void noneEmptiesMachinesAndLeavesHonoursWithAWarning() {
        var number = office.number();
        machines(number, "拖拉机2台", "文明家庭");
        assertEquals(0, machines(number, "", "").warned());
        assertEquals(0, machines(number, "—", "/").warned());
        assertEquals("拖拉机", rows("machines.items"));

        var none = machines(number, "无", "无");
        assertEquals("", rows("machines.items"));
        assertEquals("文明家庭", rows("honours.items"));
        assertEquals(
                List.of("intake.list.staying[文明家庭]", "intake.list.replaced[拖拉机]"),
                none.problems().stream()
                        .map(p -> p.violation().code() + p.violation().args())
                        .toList());
    }

    @Test
    void noneEmptiesTheInsuranceOfALaterYear() {
        var header = List.of("户主姓名", "身份证号", "行政村", "农业保险参保险种");
        var number = office.number();
        office.run(sheet(List.of(header, List.of("关庆林", number, "双桥村", "水稻、玉米"))), OPTIONS);
        office.run(sheet(List.of(header, List.of("关庆林", number, "双桥村", "大豆"))), OPTIONS);
        assertEquals("soybean", office.records().get(0).content().text("insurance.agricultural"));
        office.run(sheet(List.of(header, List.of("关庆林", number, "双桥村", "无"))), OPTIONS);
        assertEquals("", office.records().get(0).content().text("insurance.agricultural"));
    }

    private List<String> far(String... incomes) {
        var rows = new java.util.ArrayList<List<String>>();
        rows.add(List.of("户主姓名", "身份证号", "行政村", "家庭年总收入"));
        for (var income : incomes) {
            rows.add(List.of("关庆林", office.number(), "双桥村", income));
        }
        return office.run(sheet(rows), OPTIONS).problems().stream()
                .map(p -> p.row() + " " + p.violation().code() + p.violation().args() + p.value())
                .toList();
    }

    @Test
    void warnsOfAnAmountThatIsTenThousandTimesOffItsNeighbours() {
        assertEquals(List.of("4 intake.amount.far[4]"), far("35000", "42000", "3.5", "28000", "61000"));
        assertEquals(List.of("2 intake.amount.far[2]"), far("350000000", "42000", "35000", "28000"));
        assertEquals(List.of(), far("35000", "4200", "350", "28000", "610000"));
        assertEquals(List.of(), far("35000", "3.5"));
        assertEquals(List.of(), far("0", "无", "35000", "40000", "38000"));
    }
}
