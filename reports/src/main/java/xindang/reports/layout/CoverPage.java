package xindang.reports.layout;

import java.util.ArrayList;
import java.util.List;
import xindang.model.report.ReportContent;
import xindang.model.report.ReportContent.Hero;
import xindang.model.report.ReportContent.Pair;
import xindang.reports.font.Face;

/** The cover of a bound report: a band at the binding edge, title, subject, grade, dates and the QR code. */
final class CoverPage {
    private static final double LEFT = 104;
    private static final double RIGHT = 710;
    private static final double LIST_END = 1036;
    private static final double LIST_LINE = 30;
    private static final double QR = 104;
    private static final Style ISSUER = new Style(Face.SERIF_BOLD, 18, Ink.BLACK, 1);
    private static final Style TITLE = new Style(Face.SERIF_BOLD, 52, Ink.BLACK, 6);
    private static final Style NAME = new Style(Face.SERIF_BOLD, 25, Ink.BLACK, 0);
    private static final Style SECOND = new Style(Face.SANS, 15, Ink.THIRD, 0);
    private static final Style CAPTION = new Style(Face.SANS, 14, Ink.THIRD, 0);
    private static final Style GRADE = new Style(Face.SANS_BOLD, 72, Ink.BLUE, 0);
    private static final Style UNRATED = new Style(Face.SANS, 36, Ink.THIRD, 0);
    private static final Style MEANING = new Style(Face.SANS_BOLD, 15, Ink.BLACK, 0);
    private static final Style BODY = new Style(Face.SANS, 15, Ink.BLACK, 0);

    private final ReportContent content;
    private final int pages;
    private final Type type;
    private final PaperWords words;
    private final LineBreaker breaker;

    private CoverPage(ReportContent content, int pages, Type type, PaperWords words) {
        this.content = content;
        this.pages = pages;
        this.type = type;
        this.words = words;
        this.breaker = new LineBreaker(type);
    }

    static void paint(PageComposer sheet, ReportContent content, int pages, Type type, PaperWords words) {
        new CoverPage(content, pages, type, words).paint(sheet);
    }

    private void paint(PageComposer sheet) {
        sheet.fill(0, 0, 20, PaperPage.A4_HEIGHT, Ink.BLUE);
        top(sheet);
        double below = subject(sheet);
        content.hero().ifPresent(hero -> rating(sheet, hero, below));
        foot(sheet);
    }

    private void top(PageComposer sheet) {
        var number = words.of("cover.number", type.clean(content.number()));
        double numberWidth = type.width(number, Style.CAPTION);
        double y = 102;
        for (var line : breaker.lines(type.clean(content.issuer()), ISSUER, RIGHT - LEFT - numberWidth - 24)) {
            sheet.left(line, LEFT, y, ISSUER);
            y += 28;
        }
        sheet.right(number, RIGHT, 98, Style.CAPTION);
        sheet.right(words.of("cover.pages", Integer.toString(pages)), RIGHT, 118, Style.CAPTION);
    }

    /** Draws title, bar and subject. Returns the top of the space for the grade. */
    private double subject(PageComposer sheet) {
        var title = type.clean(content.title());
        sheet.left(title, LEFT, 315, Fit.into(title, TITLE, RIGHT - LEFT, type));
        sheet.box(LEFT, 372, 64, 4, Ink.BLUE);
        double y = 423;
        for (var line : breaker.lines(type.orEmpty(content.subject().name()), NAME, RIGHT - LEFT)) {
            sheet.left(line, LEFT, y, NAME);
            y += 38;
        }
        var subject = content.subject();
        if (!subject.number().isBlank()) {
            sheet.left(type.clean(subject.numberLabel() + "\u3000" + subject.number()), LEFT, y, SECOND);
            y += 26;
        }
        for (var line : subject.secondLine().isBlank()
                ? List.<String>of()
                : breaker.lines(type.clean(subject.secondLine()), SECOND, RIGHT - LEFT)) {
            sheet.left(line, LEFT, y, SECOND);
            y += 26;
        }
        return Math.max(529, y + 24);
    }

    private void rating(PageComposer sheet, Hero hero, double top) {
        var grade = type.orEmpty(hero.grade());
        sheet.left(words.of("hero.grade"), LEFT, top + 9.5, CAPTION);
        sheet.left(grade, LEFT, top + 58, hero.grade().isBlank() ? UNRATED : GRADE);
        double line = Math.max(240.5, LEFT + type.width(grade, hero.grade().isBlank() ? UNRATED : GRADE) + 42);
        sheet.upright(line, top + 15, top + 96, 1, Ink.HAIR);
        double y = top + 29;
        for (var text : ratingLines(hero, RIGHT - line - 24)) {
            sheet.left(text.text(), line + 24.5, y, text.style());
            y += 27;
        }
    }

    private record Styled(String text, Style style) {}

    private List<Styled> ratingLines(Hero hero, double width) {
        var lines = new ArrayList<Styled>();
        for (var line : breaker.lines(type.clean(hero.gradeMeaning()), MEANING, width)) {
            lines.add(new Styled(line, MEANING));
        }
        if (!hero.score().isBlank()) {
            lines.add(new Styled(words.of("cover.score", type.clean(hero.score()), type.clean(hero.maximum())), BODY));
        }
        for (var line : breaker.lines(type.clean(hero.scoreNote()), BODY, width)) {
            lines.add(new Styled(line, BODY));
        }
        return lines;
    }

    private void foot(PageComposer sheet) {
        var facts = facts();
        double first = LIST_END - (facts.size() - 1) * LIST_LINE;
        sheet.across(LEFT, RIGHT, Math.min(900.5, first - 46), 1, Ink.RULE);
        double labels = facts.stream()
                .mapToDouble(fact -> type.width(type.clean(fact.label()), SECOND))
                .max()
                .orElse(0);
        double room = RIGHT - QR - 24 - LEFT - labels - 24;
        double y = first;
        for (var fact : facts) {
            var value = type.orEmpty(fact.value());
            sheet.left(type.clean(fact.label()), LEFT, y, SECOND);
            sheet.left(value, LEFT + labels + 24, y, Fit.into(value, BODY, room, type));
            y += LIST_LINE;
        }
        QrCode.paint(sheet, content.verifyUrl(), RIGHT - QR, 921, QR);
        sheet.centred(words.of("qr.scan"), RIGHT - QR / 2, 1042, Style.CAPTION.colour(Ink.FAINT));
    }

    private List<Pair> facts() {
        var facts = new ArrayList<Pair>();
        facts.add(new Pair(words.of("cover.issued"), words.longDate(content.issuedAt())));
        facts.add(new Pair(words.of("cover.purpose"), content.usage().purpose()));
        content.hero().map(Hero::facts).ifPresent(facts::addAll);
        return facts;
    }
}
