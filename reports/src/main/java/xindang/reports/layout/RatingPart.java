package xindang.reports.layout;

import java.util.ArrayList;
import java.util.List;
import xindang.model.report.ReportContent.Hero;
import xindang.model.report.ReportContent.Pair;
import xindang.reports.font.Face;

/**
 * Grade and score in large figures, their meaning below, and the facts of the rating at the right. If meaning and note
 * do not fit side by side, each gets its own line.
 */
final class RatingPart {
    static final double LOWEST = 84;

    private static final Style GRADE = new Style(Face.SANS_BOLD, 36, Ink.BLUE, 0);
    private static final Style SCORE = new Style(Face.SANS_BOLD, 36, Ink.BLACK, 0);
    private static final Style NONE = new Style(Face.SANS, 24, Ink.THIRD, 0);
    private static final Style OF = new Style(Face.SANS, 14, Ink.THIRD, 0);
    private static final Style NOTE = new Style(Face.SANS, 12, Ink.BLACK, 0);
    private static final Style FACT = new Style(Face.SANS, 12, Ink.SECOND, 0);
    private static final double FACT_LINE = 21;
    private static final double GAP = 32;
    private static final double BEFORE_FACTS = 24;

    private final Hero hero;
    private final Type type;
    private final PaperWords words;
    private final Style gradeStyle;
    private final Style scoreStyle;
    private final String grade;
    private final String score;
    private final String maximum;
    private final String meaning;
    private final String note;

    RatingPart(Hero hero, Type type, PaperWords words) {
        this.hero = hero;
        this.type = type;
        this.words = words;
        this.grade = type.orEmpty(hero.grade());
        this.score = type.orEmpty(hero.score());
        this.gradeStyle = hero.grade().isBlank() ? NONE : GRADE;
        this.scoreStyle = hero.score().isBlank() ? NONE : SCORE;
        this.maximum = hero.score().isBlank() || hero.maximum().isBlank() ? "" : "/ " + type.clean(hero.maximum());
        this.meaning = type.clean(hero.gradeMeaning());
        this.note = type.clean(hero.scoreNote());
    }

    /** Returns the width that all parts need side by side. */
    double width() {
        double facts = factsWidth();
        return columnWidth(gradeWidth(), meaning)
                + GAP
                + columnWidth(scoreWidth(), note)
                + (facts > 0 ? BEFORE_FACTS + facts : 0);
    }

    double height(double width) {
        int lines = width >= width() ? 1 : lines(room(width)).size();
        return Math.max(LOWEST + (lines - 1) * BodyArea.LINE, hero.facts().size() * FACT_LINE);
    }

    /** Draws from {@code x} to the margin; {@code y} is the upper edge. */
    void paint(PageComposer sheet, double x, double y) {
        double width = BodyArea.RIGHT - x;
        double height = height(width);
        boolean sideBySide = width >= width();
        double middle = sideBySide ? y + height / 2 : y + LOWEST / 2;
        double scoreX = x + GAP + (sideBySide ? columnWidth(gradeWidth(), meaning) : gradeWidth());
        sheet.left(words.of("hero.grade"), x, middle - 30, Style.CAPTION);
        sheet.left(words.of("hero.score"), scoreX, middle - 30, Style.CAPTION);
        sheet.left(grade, x, middle - 0.5, gradeStyle);
        sheet.left(score, scoreX, middle - 0.5, scoreStyle);
        double after = scoreX + type.width(score, scoreStyle) + 4;
        sheet.text(maximum, after, middle - 0.5 + 0.436 * SCORE.size(), OF);
        if (sideBySide) {
            sheet.left(meaning, x, middle + 29, NOTE);
            sheet.left(note, scoreX, middle + 29, NOTE);
        } else {
            double line = middle + 29;
            for (var text : lines(room(width))) {
                sheet.left(text, x, line, NOTE);
                line += BodyArea.LINE;
            }
        }
        facts(sheet, y + height / 2 + 1);
    }

    private void facts(PageComposer sheet, double middle) {
        double width = factsWidth();
        double y = middle - (hero.facts().size() - 1) * FACT_LINE / 2;
        for (var fact : hero.facts()) {
            var line = factLine(fact);
            sheet.left(line, BodyArea.RIGHT - width, y, Fit.into(line, FACT, width, type));
            y += FACT_LINE;
        }
    }

    private List<String> lines(double room) {
        var breaker = new LineBreaker(type);
        var lines = new ArrayList<>(breaker.lines(meaning, NOTE, room));
        if (!note.isBlank()) {
            lines.addAll(breaker.lines(note, NOTE, room));
        }
        return lines;
    }

    private double room(double width) {
        double facts = factsWidth();
        return width - (facts > 0 ? facts + BEFORE_FACTS : 0);
    }

    private double columnWidth(double figure, String text) {
        return Math.max(figure, type.width(text, NOTE));
    }

    private double gradeWidth() {
        return Math.max(type.width(grade, gradeStyle), type.width(words.of("hero.grade"), Style.CAPTION));
    }

    private double scoreWidth() {
        return type.width(score, scoreStyle) + (maximum.isEmpty() ? 0 : 4 + type.width(maximum, OF));
    }

    private double factsWidth() {
        double widest = hero.facts().stream()
                .mapToDouble(fact -> type.width(factLine(fact), FACT))
                .max()
                .orElse(0);
        return Math.min(widest, BodyArea.WIDTH * 0.45);
    }

    private String factLine(Pair fact) {
        return type.clean(fact.label()) + "\u3000" + type.orEmpty(fact.value());
    }
}
