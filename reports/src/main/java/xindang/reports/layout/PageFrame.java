package xindang.reports.layout;

import java.util.List;
import xindang.model.report.ReportContent;
import xindang.reports.font.Face;

/** The parts that are on every body page: running head, footer with purpose and page number, and watermark. */
final class PageFrame {
    private static final double ACROSS = 380;
    private static final double DOWN = 220;
    private static final double SHIFT = 108;
    private static final double SHARE = 0.07;
    private static final double BETWEEN = 16;

    private final ReportContent content;
    private final Type type;
    private final PaperWords words;

    PageFrame(ReportContent content, Type type, PaperWords words) {
        this.content = content;
        this.type = type;
        this.words = words;
    }

    /** Draws the running head of a page without a title. */
    void runningHead(PageComposer sheet) {
        var number = words.of("cover.number", type.clean(content.number()));
        var left = type.clean(content.title()) + "\u3000"
                + type.clean(content.subject().name());
        double room = BodyArea.WIDTH - type.width(number, Style.SMALL) - 24;
        sheet.left(left, BodyArea.LEFT, 58, Fit.into(left, Style.SMALL, room, type));
        sheet.right(number, BodyArea.RIGHT, 58, Style.SMALL);
        sheet.across(BodyArea.LEFT, BodyArea.RIGHT, 70.5, Grid.THIN, Ink.RULE);
    }

    void footer(PageComposer sheet, int page, int pages) {
        var usage = content.usage();
        var parts = List.of(
                words.of("foot.purpose", type.orEmpty(usage.purpose())),
                words.of("foot.person", type.orEmpty(usage.person())),
                type.clean(usage.limits()));
        var right = words.of("foot.page", Integer.toString(page), Integer.toString(pages));
        double room = BodyArea.WIDTH - type.width(right, Style.SMALL) - 24;
        sheet.across(BodyArea.LEFT, BodyArea.RIGHT, BodyArea.FOOT_RULE, Grid.THIN, Ink.RULE);
        var style = Fit.into(String.join("", parts), Style.SMALL, room - 2 * BETWEEN, type);
        double x = BodyArea.LEFT;
        for (var part : parts) {
            sheet.left(part, x, BodyArea.FOOT_RULE + 15.5, style);
            x += type.width(part, style) + BETWEEN;
        }
        sheet.right(right, BodyArea.RIGHT, BodyArea.FOOT_RULE + 15.5, Style.SMALL);
    }

    void watermark(PageComposer sheet) {
        var text = type.clean(content.usage().watermark());
        if (text.isBlank()) {
            return;
        }
        int row = 0;
        for (double y = 198; y < PaperPage.A4_HEIGHT + 60; y += DOWN) {
            for (double x = 58 + (row % 2) * SHIFT; x < PaperPage.A4_WIDTH - 20; x += ACROSS) {
                sheet.add(new Mark.Watermark(text, x, y, Face.SANS, 20, 30, Ink.BLUE, SHARE));
            }
            row++;
        }
    }
}
