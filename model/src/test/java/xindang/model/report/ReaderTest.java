package xindang.model.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xindang.model.report.ReportDesk.section;
import static xindang.model.report.ReportDesk.table;
import static xindang.model.report.ReportDesk.value;

import java.util.List;
import org.junit.jupiter.api.Test;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.template.Audience;

/** What each reader of a report may see. */
final class ReaderTest {
    private final ReportDesk desk = new ReportDesk();

    @Test
    void refusesABoardAWrongKindAndABankWithoutConsent() {
        desk.change("consents.given.b.until", "2026-11-17");

        assertEquals(
                List.of("report.audience.public"),
                desk.codes(new Request("household", Audience.PUBLIC, "公示", "王海燕", "镇政府", "")));
        assertEquals(
                List.of("report.kind.unfit"),
                desk.codes(new Request("enterprise", Audience.OFFICE, "复核", "王海燕", "镇政府", "")));
        assertEquals(
                List.of("law.pass.expired"),
                desk.codes(new Request("household", Audience.RECIPIENT, "贷款", "王海燕", "镇政府", "冰城村镇银行")));
    }

    @Test
    void aNameOutsideTheOfficeMakesAnyReportOneThatIsPassedOn() {
        desk.change("consents.given.w.kind", "withdrawn");

        for (var audience : List.of(Audience.OFFICE, Audience.RECIPIENT, Audience.SELF)) {
            assertEquals(
                    List.of("law.pass.withdrawn"),
                    desk.codes(new Request("household", audience, "贷款", "王海燕", "镇政府", "冰城村镇银行")),
                    audience.name());
        }
        assertEquals(List.of(), desk.codes(new Request("household", Audience.OFFICE, "贷款", "王海燕", "镇政府", "镇政府")));
        assertEquals(List.of(), desk.codes(new Request("household", Audience.SELF, "贷款", "王海燕", "镇政府", "关庆林")));
    }

    @Test
    void aReportThatWaitsIsNotIssuedOnceTheConsentEnded() {
        var waiting = desk.reports
                .prepare(desk.guan, new Request("household", Audience.RECIPIENT, "贷款", "王海燕", "镇政府", "冰城村镇银行"))
                .prepared()
                .orElseThrow();
        desk.change("consents.given.w.kind", "withdrawn");

        var refused =
                assertThrows(AppException.class, () -> desk.reports.issued(List.of(waiting), Reports.Medium.PRINT));

        assertEquals(ErrorCode.STALE, refused.code());
        assertEquals(List.of(), desk.store.about(desk.guan, "report", 1));
        assertEquals(List.of(), desk.store.about(desk.guan, "query", 1));
    }

    @Test
    void givesABankOnlyTheItemsThatItsConsentNames() {
        desk.change("consents.given.b.blocks", "house");

        var content = desk.report(Audience.RECIPIENT);

        assertTrue(
                content.sections().stream().anyMatch(section -> section.title().equals("房屋")));
        assertFalse(
                content.sections().stream().anyMatch(section -> section.title().equals("收支")));
        assertFalse(content.data().contains("130000"));
        assertFalse(content.hero().isPresent(), "the rating rests on deposits and income");
        assertTrue(desk.report(Audience.OFFICE).hero().isPresent());
    }

    @Test
    void tellsAReaderNothingOfTheConsentForAnother() {
        desk.change("consents.given.c.kind", "signed");
        desk.change("consents.given.c.use", "pass-on");
        desk.change("consents.given.c.receiver", "拉林信用社");

        assertFalse(desk.report(Audience.RECIPIENT).data().contains("拉林信用社"));
        assertTrue(desk.report(Audience.RECIPIENT).data().contains("对外提供给冰城村镇银行"));
        assertTrue(desk.report(Audience.OFFICE).data().contains("对外提供给拉林信用社"));
    }

    @Test
    void refusesABankWithoutAName() {
        assertEquals(
                List.of("report.recipient.missing"),
                desk.codes(new Request("household", Audience.RECIPIENT, "贷款", "王海燕", "镇政府", " ")));
    }

    @Test
    void leavesOutWhatConsentDoesNotCoverAnyMore() {
        desk.change("consents.given.a.until", "2026-11-17");

        var content = desk.report(Audience.OFFICE);

        assertFalse(
                content.sections().stream().anyMatch(section -> section.title().equals("收支")));
        assertFalse(
                content.sections().stream().anyMatch(section -> section.title().equals("房屋")));
        assertFalse(section(content, "金融概况").toString().contains("130,000"));
        assertEquals("", value(content, "金融概况", "存款"));
    }

    @Test
    void leavesOutARatingThatRestsOnWhatConsentDoesNotCoverAnyMoreUntilItIsMadeAnew() {
        assertTrue(desk.report(Audience.OFFICE).hero().isPresent());
        desk.change("consents.given.a.until", "2026-11-17");

        assertFalse(desk.report(Audience.OFFICE).hero().isPresent());

        desk.ratings.rate(desk.guan, "王海燕");
        assertTrue(desk.report(Audience.OFFICE).hero().isPresent());
    }

    @Test
    void hidesOtherPeopleFromEveryReaderAndChildrenAltogether() {
        for (var audience : List.of(Audience.OFFICE, Audience.RECIPIENT, Audience.SELF)) {
            var content = desk.report(audience);
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
        var content = desk.report(Audience.RECIPIENT);

        assertEquals("某机构", table(content, "贷款").rows().get(0).get(0));
        assertFalse(content.data().contains("拉林信用社"));
        assertEquals(
                "拉林信用社", table(desk.report(Audience.OFFICE), "贷款").rows().get(0).get(0));
        assertTrue(ReportCheck.recompute(content.data(), content.digest(), desk.forms)
                .genuine());
    }

    @Test
    void saysOnEveryPageForWhomItIsAndKeepsIt() {
        var named = desk.reports
                .prepare(desk.guan, new Request("household", Audience.RECIPIENT, "贷款", "王海燕", "镇政府", "冰城村镇银行"))
                .prepared()
                .orElseThrow();

        desk.reports.issued(List.of(named), Reports.Medium.PRINT);

        assertEquals("仅供冰城村镇银行用于贷款", named.content().usage().limits());
        assertEquals(
                "冰城村镇银行",
                desk.store.about(desk.guan, "report", 1).get(0).content().text("report.recipient"));
        assertEquals(
                "冰城村镇银行",
                desk.store.about(desk.guan, "query", 1).get(0).content().text("query.recipient"));
        assertEquals(
                List.of("2026-11-18 14:52", "打印", "贷款，提供给冰城村镇银行", "王海燕"),
                table(desk.report(Audience.OFFICE), "查询记录").rows().get(0));
    }

    @Test
    void namesTheReaderByItsKindWhereNobodyIsNamed() {
        assertEquals(
                List.of("仅供五常市拉林满族镇人民政府用于信用户复核", "仅供信用主体本人用于信用户复核"),
                List.of(Audience.OFFICE, Audience.SELF).stream()
                        .map(audience -> desk.report(audience).usage().limits())
                        .toList());
    }

    @Test
    void neverPrintsAnAdverseItemWhoseTermIsOver() {
        var content = desk.report(Audience.OFFICE);

        assertFalse(content.data().contains("旧年欠缴水费"));
        var rows = table(content, "不良信息").rows();
        assertEquals(1, rows.size());
        assertEquals("已终止，有异议", rows.get(0).get(4));
    }

    @Test
    void derivesNoResidenceFromAHouseThatMayNotBeRead() {
        desk.change("consents.given.a.until", "2026-11-17");

        assertEquals("", value(desk.report(Audience.OFFICE), "农户基本信息", "常住"));
    }
}
