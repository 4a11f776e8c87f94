package xindang.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xindang.model.report.ReportContent;
import xindang.model.report.Section;
import xindang.model.report.Section.Align;
import xindang.model.report.Section.Column;
import xindang.model.report.Section.Facts;
import xindang.model.report.Section.Figures;
import xindang.model.report.Section.Paragraphs;
import xindang.model.report.Section.Table;
import xindang.reports.font.Face;
import xindang.reports.font.Fonts;
import xindang.reports.layout.Mark;
import xindang.reports.layout.PaperPage;

class PagesTest {
    private final Fonts fonts = Fonts.bundled();
    private final ReportLayouts reports = new ReportLayouts(fonts, Locale.SIMPLIFIED_CHINESE);

    @Test
    void tableOverPagesRepeatsItsHead() {
        var pages = pages(Samples.loans(60));
        assertTrue(pages.size() > 1);
        for (var page : pages) {
            assertTrue(texts(page).contains("放款日"), "no table head");
        }
    }

    @Test
    void everyRowIsPrintedOnceOverTenPages() {
        var pages = pages(Samples.loans(320));
        assertTrue(pages.size() >= 10, () -> pages.size() + " pages");
        long rows = pages.stream()
                .flatMap(page -> texts(page).stream())
                .filter("30,000.00 元"::equals)
                .count();
        assertEquals(320, rows);
        for (int i = 0; i < pages.size(); i++) {
            assertTrue(texts(pages.get(i)).contains("第 " + (i + 1) + " 页，共 " + pages.size() + " 页"));
        }
    }

    @Test
    void noPageOpensWithTheLastRowOfATable() {
        for (int rows = 20; rows < 60; rows++) {
            var pages = pages(Samples.loans(rows));
            var last = texts(pages.get(pages.size() - 1));
            long onLast = last.stream().filter("30,000.00 元"::equals).count();
            assertTrue(onLast != 1, "a single row on the last page of " + rows);
        }
    }

    @Test
    void longValuesStayInTheirCells() {
        var address = "黑龙江省哈尔滨市五常市拉林满族镇双桥村第三村民小组老粮库家属院东侧第二排从北数第四户（原供销社院内）";
        var name = "阿依夏木古丽·买买提明阿卜杜热合曼那拉氏";
        var number = "9".repeat(60);
        var pages = reports.pages(Samples.household(
                name,
                List.of(
                        new Facts(
                                "基本信息",
                                List.of(
                                        List.of(
                                                Samples.pair("户主", name),
                                                Samples.pair("住址", address),
                                                Samples.pair("编码", number)),
                                        List.of(Samples.pair("住址很长的一个标签名字", address)))),
                        new Figures(
                                "概要",
                                List.of(
                                        Samples.pair("特别长的一个数字项目名称", "1,234,567,890.00 元"),
                                        Samples.pair("乙", "2"),
                                        Samples.pair("丙", "3"),
                                        Samples.pair("丁", "4"),
                                        Samples.pair("戊", "5"),
                                        Samples.pair("己", "6"),
                                        Samples.pair("庚", "7"),
                                        Samples.pair("辛", "8"))),
                        new Table(
                                "表",
                                List.of(
                                        new Column("甲", Align.LEFT, 1),
                                        new Column("乙", Align.RIGHT, 1),
                                        new Column("丙", Align.CENTER, 6)),
                                List.of(List.of(name, "12,345,678.00 元", number), List.of(address)),
                                ""))));
        for (var page : pages) {
            for (var mark : page.marks()) {
                if (mark instanceof Mark.Text text) {
                    assertTrue(text.x() >= 75.9, () -> "left of the margin: " + text);
                    assertTrue(end(text) <= 718.6, () -> "right of the margin: " + text);
                    assertTrue(insideCell(page, text), () -> "over the edge of its cell: " + text);
                }
            }
        }
    }

    @Test
    void textsOfAPageDoNotOverlap() {
        for (var content : List.of(Samples.fullHousehold(), Samples.enterprise(), Samples.household())) {
            for (var page : reports.pages(content)) {
                assertEquals(List.of(), overlaps(page));
            }
        }
    }

    @Test
    void cellLongerThanAPageIsContinued() {
        var text = "记事一行一行写下去。".repeat(700);
        var pages = pages(new Table(
                "记事",
                List.of(new Column("日期", Align.LEFT, 1), new Column("内容", Align.LEFT, 3)),
                List.of(List.of("2026-11-18", text), List.of("2026-11-19", "完")),
                ""));
        var printed = new StringBuilder();
        pages.forEach(page -> texts(page).forEach(printed::append));
        assertEquals(700, printed.toString().split("记事一行", -1).length - 1, 20);
        for (var page : pages) {
            for (var mark : page.marks()) {
                assertTrue(!(mark instanceof Mark.Text line) || line.baseline() < 1070, "below the paper");
            }
        }
    }

    @Test
    void longParagraphsGoOnOverPages() {
        var pages = pages(new Paragraphs("声明", List.of(Samples.pair("声明", "本人确认以上内容属实。".repeat(600)))));
        assertTrue(pages.size() > 2);
    }

    @Test
    void figuresKeepTheirSizeAndStandClearOfTheLines() {
        var figures = new ArrayList<>(((Figures) Samples.opening().get(1)).figures());
        figures.set(0, Samples.pair("在贷", "190,000 元"));
        var page = pages(new Figures("信用概要", figures)).get(0);
        var amount = page.marks().stream()
                .filter(mark -> mark instanceof Mark.Text text && text.text().equals("190,000 元"))
                .map(Mark.Text.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(16, amount.size());
        for (var mark : page.marks()) {
            if (mark instanceof Mark.Line line && line.x1() == line.x2() && line.y1() < amount.baseline()) {
                boolean clear =
                        line.y2() < amount.baseline() || line.x1() <= amount.x() - 7 || line.x1() >= end(amount) + 7;
                assertTrue(clear, () -> line + " touches " + amount);
            }
        }
    }

    @Test
    void keyOfGradesIsNeverCut() {
        var key = List.of(
                Samples.pair("AAA AA A", "信用极好、优良、较好"),
                Samples.pair("BBB BB B", "信用一般、欠佳、较差"),
                Samples.pair("CCC CC C", "信用很差、极差、没有信用"),
                Samples.pair("D", "停业或濒临破产"));
        for (int rows = 15; rows < 45; rows++) {
            int before = rows;
            var sections = List.<Section>of(Samples.loans(rows), new Paragraphs("等级符号说明", key));
            long pages = reports.pages(Samples.household("关庆林", sections)).stream()
                    .filter(page -> texts(page).stream().anyMatch(text -> text.equals("D") || text.equals("AAA AA A")))
                    .count();
            assertEquals(1, pages, () -> "after " + before + " rows");
        }
    }

    @Test
    void emptyTableSaysSo() {
        assertTrue(texts(pages(Samples.loans(0)).get(0)).contains("没有贷款"));
    }

    @Test
    void emptyValuesArePrintedAsDashes() {
        var pages = pages(new Facts("空", List.of(List.of(Samples.pair("电话", " ")))));
        assertTrue(texts(pages.get(0)).contains("— —"));
    }

    @Test
    void reportWithoutRatingHasNoGrade() {
        var full = Samples.household();
        var unrated = new ReportContent(
                full.kind(),
                full.title(),
                full.number(),
                full.issuer(),
                full.issuedAt(),
                full.dataAsOf(),
                Optional.empty(),
                full.subject(),
                Optional.empty(),
                false,
                full.sections(),
                full.usage(),
                "",
                "",
                full.data(),
                full.digest());
        var texts = texts(reports.pages(unrated).get(0));
        assertTrue(!texts.contains("信用等级"));
        assertTrue(texts.contains("关庆林"));
    }

    private List<PaperPage> pages(Section section) {
        return reports.pages(Samples.household("关庆林", List.of(section)));
    }

    private static List<String> texts(PaperPage page) {
        return page.marks().stream()
                .filter(Mark.Text.class::isInstance)
                .map(mark -> ((Mark.Text) mark).text())
                .toList();
    }

    private double end(Mark.Text text) {
        return text.x() + width(text);
    }

    private double width(Mark.Text text) {
        var font = fonts.font(text.face() == Face.EXTRA ? Face.SANS : text.face());
        return text.text()
                        .codePoints()
                        .mapToDouble(code -> font.advance(font.glyph(code)))
                        .sum()
                * text.size()
                / 1000;
    }

    /** No upright line of a table runs through the text. */
    private boolean insideCell(PaperPage page, Mark.Text text) {
        double middle = text.baseline() - text.size() / 3;
        return page.marks().stream()
                .filter(Mark.Line.class::isInstance)
                .map(Mark.Line.class::cast)
                .filter(line -> line.x1() == line.x2() && line.y1() < middle && line.y2() > middle)
                .noneMatch(line -> line.x1() > text.x() + 0.5 && line.x1() < end(text) - 0.5);
    }

    private List<String> overlaps(PaperPage page) {
        var found = new ArrayList<String>();
        var texts = page.marks().stream()
                .filter(Mark.Text.class::isInstance)
                .map(Mark.Text.class::cast)
                .toList();
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                var one = texts.get(i);
                var other = texts.get(j);
                // ideographs reach from 0.88 above to 0.12 below the base line
                boolean across = one.x() + 0.5 < end(other) - 0.5 && other.x() + 0.5 < end(one) - 0.5;
                boolean down = one.baseline() - 0.8 * one.size() < other.baseline()
                        && other.baseline() - 0.8 * other.size() < one.baseline();
                boolean squeezed = one.baseline() == other.baseline() && end(one) - other.x() < 0.51 * one.size();
                if (across && down && !squeezed) {
                    found.add(one.text() + " and " + other.text());
                }
            }
        }
        return found;
    }
}
