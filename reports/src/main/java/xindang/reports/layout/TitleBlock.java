package xindang.reports.layout;

import xindang.model.report.ReportContent;

/** The head of the first page: title, number, issuer, times, the QR code, and a double line below. */
final class TitleBlock {
    private static final double QR = 76;
    private static final double LINE = 22;
    private static final String EM = "\u3000";

    private TitleBlock() {}

    /** Draws the block at the top of the page. Returns the top of the body. */
    static double paint(PageComposer sheet, ReportContent content, Type type, PaperWords words) {
        double room = BodyArea.WIDTH - QR - 120;
        var title = type.clean(content.title());
        sheet.left(title, BodyArea.LEFT, 83.5, Fit.into(title, Style.TITLE, room, type));
        QrCode.paint(sheet, content.verifyUrl(), BodyArea.RIGHT - QR, BodyArea.TOP, QR);
        double captionX = BodyArea.RIGHT - QR - 12;
        sheet.right(words.of("qr.scan"), captionX, 117, Style.SMALL.colour(Ink.FAINT));
        sheet.right(words.of("qr.offline"), captionX, 135, Style.SMALL.colour(Ink.FAINT));
        var number = words.of("head.number") + EM + type.clean(content.number());
        var issuer = words.of("head.issuer") + EM + type.clean(content.issuer());
        var time = words.of("head.time")
                + EM
                + words.longTime(content.issuedAt())
                + EM
                + EM
                + words.of("head.asOf", words.shortTime(content.dataAsOf()));
        double y = 122;
        sheet.left(number, BodyArea.LEFT, y, Fit.into(number, Style.LABEL, room, type));
        for (var line : new LineBreaker(type).lines(issuer, Style.LABEL, room)) {
            y += LINE;
            sheet.left(line, BodyArea.LEFT, y, Style.LABEL);
        }
        y += LINE;
        sheet.left(time, BodyArea.LEFT, y, Style.LABEL);
        double rule = y + 28;
        sheet.across(BodyArea.LEFT, BodyArea.RIGHT, rule, 2, Ink.BLACK);
        sheet.across(BodyArea.LEFT, BodyArea.RIGHT, rule + 2.5, Grid.THIN, Ink.BLACK);
        return rule + 3;
    }
}
