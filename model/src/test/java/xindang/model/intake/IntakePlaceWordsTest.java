package xindang.model.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static xindang.model.intake.RosterOffice.OPTIONS;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.model.value.DivisionCode;

/** The ways in which offices write the place of a row. */
class IntakePlaceWordsTest {
    private final RosterOffice office = new RosterOffice();

    /** An office of the county 五常市. */
    private RosterOffice county() {
        return office.within("230184");
    }

    private Sheet sheet(String file, String name, List<List<String>> rows) {
        return new Sheet(file, name, RosterOffice.sheet(rows).rows());
    }

    /** Returns places and groups of the accepted rows, and the codes of the problems. */
    private String read(RosterOffice where, Sheet sheet, IntakeOptions options) {
        var result = where.run(sheet, options);
        var said = new ArrayList<String>();
        where.records().stream()
                .map(record -> record.region() + " " + record.content().text("file.group"))
                .map(String::strip)
                .forEach(said::add);
        result.problems().stream()
                .map(problem -> problem.violation().code() + problem.violation().args())
                .forEach(said::add);
        return String.join("; ", said);
    }

    private String village(String written) {
        var rows = List.of(List.of("户主姓名", "身份证号", "行政村"), List.of("关庆林", office.number(), written));
        return read(new RosterOffice().within("230184"), RosterOffice.sheet(rows), OPTIONS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "后红村",
                "后红",
                "后红 村",
                "后红村村委会",
                "后红村民委员会",
                "拉林满族镇后红村",
                "拉林镇后红村",
                "五常市拉林满族镇后红村",
                "五常县拉林镇后红村",
                "后紅村",
                "後紅村",
                "后红村（原红旗大队）",
                "后红村(曾用名红旗)",
                "230184101206",
                "230184101206000"
            })
    void readsOneVillageInManyForms(String written) {
        assertEquals("230184101206", village(written));
    }

    @ParameterizedTest
    @CsvSource({
        "后红村1组,1组",
        "黑龙江省哈尔滨市五常市拉林满族镇后红村1组,1组",
        "后红村第三村民小组,3组",
        "后红村（1组）,1组",
        "后红村一队,1组",
        "后红村蔡家街屯,蔡家街屯",
        "后红村（原红旗大队）,''"
    })
    void readsTheGroupBehindTheVillage(String written, String group) {
        assertEquals(("230184101206 " + group).strip(), village(written));
    }

    @Test
    void asksForAVillageOfManyAndFindsItByItsTownship() {
        assertEquals("intake.village.ambiguous", village("长兴村").split("\\[", 2)[0]);
        assertEquals("230184106", village("杜家镇长兴村").substring(0, 9));
        assertEquals("230184106", village("长兴村（杜家镇）").substring(0, 9));
    }

    @Test
    void acceptsNoTownshipForAVillage() {
        assertEquals("intake.village.unit[牛家满族镇]", village("牛家满族镇"));
        assertEquals("intake.village.unit[五常镇]", village("五常镇"));
    }

    @Test
    void guessesNoVillageFromASimilarName() {
        assertEquals("intake.village.suggested", village("后虹村").split("\\[", 2)[0]);
        assertEquals("intake.village.suggested", village("后红屯").split("\\[", 2)[0]);
    }

    @ParameterizedTest
    @CsvSource({"双城市,230113", "双城县,230113", "阿城市,230112", "呼兰县,230111", "呼兰,230111"})
    void readsTheFormerNameOfACounty(String written, String code) {
        var city = office.within("2301");
        var there = xindang.model.region.Divisions.harbin()
                .villagesIn(DivisionCode.of(code))
                .get(0);
        var rows = List.of(
                List.of("所在区县", "户主姓名", "身份证号", "行政村"),
                List.of(written, "关庆林", office.number(), there.code().padded()));
        assertEquals(there.code().padded(), read(city, RosterOffice.sheet(rows), OPTIONS));
    }

    private static final List<String> TOWNSHIP_COLUMN = List.of("乡镇", "行政村", "户主姓名", "户主身份证号");

    private String placed(RosterOffice where, String... cells) {
        var row = new ArrayList<>(List.of(cells));
        row.add("关庆林");
        row.add(office.number());
        return read(where, RosterOffice.sheet(List.of(TOWNSHIP_COLUMN, row)), OPTIONS);
    }

    @Test
    void findsAVillageInTheTownshipOfItsColumn() {
        assertEquals("230127102208", placed(office.within("230127"), "大贵镇", "太平村"));
        assertEquals("230127105204", placed(new RosterOffice().within("230127"), "新民镇", "太平村"));
        assertEquals("230127105204", placed(new RosterOffice().within("230127"), "木兰县新民镇", "太平村"));
        assertEquals("230127105204", placed(new RosterOffice().within("230127"), "230127105", "太平村"));
    }

    @Test
    void refusesARowWhoseColumnsContradictEachOther() {
        assertEquals("intake.place.contradicts[乡镇, 杜家镇, 行政村, 后红村]", placed(county(), "杜家镇", "后红村"));
        assertEquals("intake.place.contradicts[乡镇, 杜家镇, 行政村, 拉林镇后红村]", placed(county(), "杜家镇", "拉林镇后红村"));
        assertEquals("intake.place.unknown[没有镇, 黑龙江省哈尔滨市五常市]", placed(county(), "没有镇", "后红村"));
        assertEquals("intake.village.elsewhere[大贵镇, 黑龙江省哈尔滨市木兰县大贵镇, 黑龙江省哈尔滨市五常市]", placed(county(), "大贵镇", "后红村"));
    }

    @Test
    void readsCountyTownshipVillageAndGroupInFourColumns() {
        var rows = List.of(
                List.of("区县", "所属乡镇", "村", "组", "户主姓名", "身份证号"),
                List.of("五常市", "拉林镇", "后红村", "一组", "关庆林", office.number()),
                List.of("木兰县", "大贵镇", "太平村", "2", "王满仓", office.number()),
                List.of("木兰县", "拉林镇", "后红村", "2", "李有田", office.number()));
        assertEquals(
                "230184101206 1组; 230127102208 2组; intake.place.contradicts[区县, 木兰县, 所属乡镇, 拉林镇]",
                read(office.within("2301"), RosterOffice.sheet(rows), OPTIONS));
    }

    @Test
    void readsVillageAndGroupInOneColumn() {
        var rows = List.of(List.of("户主姓名", "身份证号", "村组"), List.of("关庆林", office.number(), "拉林镇后红村1组"));
        assertEquals("230184101206 1组", read(county(), RosterOffice.sheet(rows), OPTIONS));
    }

    @Test
    void refusesAGroupThatContradictsTheVillage() {
        var header = List.of("行政村", "组", "户主姓名", "身份证号");
        assertEquals(
                "intake.place.contradicts[行政村, 后红村1组, 组, 2组]",
                read(
                        county(),
                        RosterOffice.sheet(List.of(header, List.of("后红村1组", "2组", "关庆林", office.number()))),
                        OPTIONS));
        assertEquals(
                "intake.place.contradicts[行政村, 后红村, 组, 石人村2组]",
                read(
                        county(),
                        RosterOffice.sheet(List.of(header, List.of("后红村", "石人村2组", "关庆林", office.number()))),
                        OPTIONS));
    }

    private List<List<String>> titled(String title) {
        return List.of(List.of(title), List.of("户主姓名", "身份证号", "联系电话"), List.of("关庆林", office.number(), ""));
    }

    @Test
    void readsTheVillageInTheTitleTheSheetOrTheFile() {
        assertEquals("230184101206", read(county(), RosterOffice.sheet(titled("五常市拉林镇后红村农户花名册")), OPTIONS));
        assertEquals(
                "230184101206",
                read(new RosterOffice().within("230184"), sheet("花名册.xlsx", "后红", titled("农户花名册")), OPTIONS));
        assertEquals(
                "230184101206",
                read(new RosterOffice().within("230184"), sheet("后红村2026.xlsx", "Sheet1", titled("农户花名册")), OPTIONS));
        assertEquals(
                List.of(new PlacedRows("230184101206", PlaceFrom.FILE, 1)),
                new RosterOffice()
                        .within("230184")
                        .run(sheet("后红村2026.xlsx", "Sheet1", titled("农户花名册")), OPTIONS)
                        .places());
    }

    @Test
    void guessesNoVillageFromATitleThatNamesSeveralOrABank() {
        assertEquals("intake.village.column[]", read(county(), RosterOffice.sheet(titled("后红村、石人村农户花名册")), OPTIONS));
        assertEquals("intake.village.column[]", read(county(), RosterOffice.sheet(titled("后红村镇银行花名册")), OPTIONS));
    }

    @Test
    void refusesRowsOfAnotherVillageInTheArchiveOfAVillage() {
        var village = office.within("230184101206");
        assertEquals(
                "intake.place.title[拉林镇石人村花名册, 黑龙江省哈尔滨市五常市拉林满族镇石人村, 黑龙江省哈尔滨市五常市拉林满族镇后红村]",
                read(village, RosterOffice.sheet(titled("拉林镇石人村花名册")), OPTIONS));
        assertEquals("230184101206", read(village, RosterOffice.sheet(titled("后红村花名册")), OPTIONS));
    }

    @Test
    void acceptsTheVillageThatAPersonGave() {
        var given = OPTIONS.within(DivisionCode.of("230184101206"));
        assertEquals("230184101206", read(county(), RosterOffice.sheet(titled("拉林镇石人村花名册")), given));
        var rows = List.of(List.of("户主姓名", "身份证号", "行政村"), List.of("关庆林", office.number(), "石人村"));
        assertEquals(
                "intake.place.given[黑龙江省哈尔滨市五常市拉林满族镇后红村, 石人村]",
                read(new RosterOffice().within("230184"), RosterOffice.sheet(rows), given));
        var township = OPTIONS.within(DivisionCode.of("230184106"));
        var many = List.of(List.of("户主姓名", "身份证号", "行政村"), List.of("关庆林", office.number(), "长兴村"));
        assertEquals(
                "230184106",
                read(new RosterOffice().within("230184"), RosterOffice.sheet(many), township)
                        .substring(0, 9));
    }

    @Test
    void placesAFirmInTheTownshipOfItsColumn() {
        var rows = List.of(List.of("企业名称", "统一社会信用代码", "乡镇"), List.of("五常虚构米业有限公司", firm(), "拉林镇"));
        var result = county().run(RosterOffice.sheet(rows), IntakeOptions.of("enterprise", "王海燕"));
        assertEquals(List.of(), result.rejected());
        assertEquals("230184101000", county().records("enterprise", "").get(0).region());
    }

    private static String firm() {
        var body = "91230184MA1BEFXX1";
        return body + xindang.model.value.CreditCode.checkCharacter(body);
    }
}
