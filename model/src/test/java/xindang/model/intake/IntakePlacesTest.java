package xindang.model.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xindang.model.intake.RosterOffice.OPTIONS;
import static xindang.model.intake.RosterOffice.sheet;

import java.util.List;
import org.junit.jupiter.api.Test;
import xindang.model.archive.ArchiveRecord;
import xindang.model.value.CreditCode;

/** Where a row lives. */
class IntakePlacesTest {
    private final RosterOffice office = new RosterOffice();

    @Test
    void tellsThatARowMovesAHouseholdBecauseItMayBeAnotherWithAWrongNumber() {
        var header = List.of("户主姓名", "身份证号", "行政村");
        var number = office.number();
        office.run(sheet(List.of(header, List.of("关庆林", number, "双桥村"), List.of("关庆林", number, "南老营村"))), OPTIONS);

        var again = office.run(sheet(List.of(header, List.of("关庆林", number, "南老营村"))), OPTIONS);

        assertEquals(List.of(1, 1), List.of(again.updated(), again.warned()));
        assertEquals(
                List.of("intake.village.moved"),
                again.problems().stream().map(p -> p.violation().code()).toList());
        assertEquals(List.of("双桥村", "南老营村"), again.problems().get(0).violation().args());
        assertEquals(
                0,
                office.run(sheet(List.of(header, List.of("关庆林", number, "南老营村"))), OPTIONS)
                        .warned());
    }

    @Test
    void placesAnEnterpriseWhereItsCodeWasRegistered() {
        var city = office.within("2301");
        city.run(
                sheet(List.of(List.of("企业名称", "统一社会信用代码", "注册资金"), List.of("五常市虚构米业有限公司", firm("230184"), "50万元人民币"))),
                IntakeOptions.of("enterprise", "王海燕"));
        assertEquals(
                List.of("230184000000"),
                office.records("enterprise", "230184").stream()
                        .map(ArchiveRecord::region)
                        .toList());
    }

    @Test
    void warnsOfAnEnterpriseThatWasRegisteredElsewhere() {
        var township = office.within("230184101");

        var result = township.run(
                sheet(List.of(
                        List.of("企业名称", "统一社会信用代码"),
                        List.of("道里虚构商贸有限公司", firm("230102")),
                        List.of("外省虚构商贸有限公司", firm("330106")),
                        List.of("五常虚构米业有限公司", firm("230184")),
                        List.of("哈尔滨虚构电力有限公司", firm("230100")))),
                IntakeOptions.of("enterprise", "王海燕"));

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

    @Test
    void tellsVillagesOfOneNameApartByTheirTownship() {
        var city = office.within("2301");
        var rows = List.of(List.of("户主姓名", "身份证号", "行政村"), List.of("关庆林", office.number(), "民乐村"));
        var problem = city.run(sheet(rows), OPTIONS).problems().get(0);
        assertEquals("intake.village.ambiguous", problem.violation().code());
        assertTrue(problem.violation().args().get(1).contains("五常市民乐朝鲜族乡民乐村"), problem.toString());
    }

    @Test
    void takesTheTownshipOfTheTitleForVillagesOfOneName() {
        var county = office.within("230184");
        var rows = List.of(
                List.of("拉林满族镇农户信用信息采集花名册"), List.of("户主姓名", "身份证号", "行政村"), List.of("关庆林", office.number(), "大沟村村"));
        assertEquals(List.of(), county.run(sheet(rows), OPTIONS).problems());
        assertEquals("230184101", office.records().get(0).region().substring(0, 9));
    }

    @Test
    void saysWhereAVillageLiesThatThisArchiveDoesNotKeep() {
        var rows = List.of(List.of("户主姓名", "身份证号", "行政村"), List.of("关庆林", office.number(), "民乐村村委会"));
        var violation = office.run(sheet(rows), OPTIONS).problems().get(0).violation();
        assertEquals("intake.village.elsewhere", violation.code());
        assertTrue(violation.args().get(1).endsWith("五常市民乐朝鲜族乡民乐村"), violation.toString());
    }

    @Test
    void suggestsNothingThatLiesOutsideTheArchive() {
        var village = office.within("230184101201");
        var rows = List.of(List.of("户主姓名", "身份证号", "行政村"), List.of("关庆林", office.number(), "红星大队"));
        var violation = village.run(sheet(rows), OPTIONS).problems().get(0).violation();
        assertEquals("intake.village.unknown", violation.code());
    }

    @Test
    void refusesAHouseholdThatLivesNowhere() {
        var rows = List.of(List.of("户主姓名", "身份证号"), List.of("关庆林", office.number()));
        var result = office.run(sheet(rows), OPTIONS);
        assertEquals(1, result.rejected().size());
        assertEquals(
                "intake.village.column", result.problems().get(0).violation().code());
        var village = office.within("230184101201");
        assertEquals(1, village.run(sheet(rows), OPTIONS).accepted());
    }

    /** An invented code: only the check character makes it one. */
    private static String firm(String region) {
        var body = "91" + region + "MA1BEFXX1";
        return body + CreditCode.checkCharacter(body);
    }
}
