package xindang.reports.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xindang.model.report.ReportContent;
import xindang.model.report.ReportContent.Subject;
import xindang.reports.font.Face;

/** The subject of the report beside its rating. A long name is above the rating instead. */
final class HeroBlock {
    private static final Style NAME = new Style(Face.SERIF_BOLD, 28, Ink.BLACK, 0);
    private static final Style WIDE_NAME = NAME.size(24);
    private static final double NAME_LINE = 34;
    private static final double BESIDE = 200;
    private static final double GAP = 32;

    private final Subject subject;
    private final Optional<RatingPart> rating;
    private final Type type;

    private HeroBlock(ReportContent content, Type type, PaperWords words) {
        this.subject = content.subject();
        this.rating = content.hero().map(hero -> new RatingPart(hero, type, words));
        this.type = type;
    }

    /** Returns the slabs of the block, with a rule at its end. */
    static List<Slab> slabs(ReportContent content, Type type, PaperWords words) {
        var block = new HeroBlock(content, type, words);
        var slabs = new ArrayList<Slab>();
        double width = block.subjectWidth();
        block.rating.ifPresentOrElse(
                part -> {
                    if (width <= BESIDE && part.width() + width + 2 * GAP <= BodyArea.WIDTH) {
                        slabs.add(block.besides(part, width));
                    } else {
                        slabs.add(block.wideSubject());
                        slabs.add(below(part));
                    }
                },
                () -> slabs.add(block.wideSubject()));
        slabs.add(Slab.free(16, 0, (sheet, y) -> sheet.across(BodyArea.LEFT, BodyArea.RIGHT, y + 0.5, 1, Ink.BLACK)));
        return slabs;
    }

    private Slab besides(RatingPart part, double subjectWidth) {
        double line = BodyArea.LEFT + subjectWidth + GAP + 0.5;
        double ratingX = line + GAP + 0.5;
        double height = part.height(BodyArea.RIGHT - ratingX);
        return Slab.withNext(16, height, (sheet, y) -> {
            double middle = y + height / 2;
            sheet.left(type.clean(subject.label()), BodyArea.LEFT, middle - 28, Style.CAPTION);
            sheet.left(type.orEmpty(subject.name()), BodyArea.LEFT, middle - 0.5, NAME);
            sheet.left(type.clean(subject.secondLine()), BodyArea.LEFT, middle + 27, Style.BODY);
            sheet.upright(line, y, y + height, 1, Ink.HAIR);
            part.paint(sheet, ratingX, y);
        });
    }

    private static Slab below(RatingPart part) {
        return Slab.withNext(14, part.height(BodyArea.WIDTH), (sheet, y) -> {
            sheet.across(BodyArea.LEFT, BodyArea.RIGHT, y - 4, Grid.THIN, Ink.HAIR);
            part.paint(sheet, BodyArea.LEFT, y + 4);
        });
    }

    private Slab wideSubject() {
        var breaker = new LineBreaker(type);
        var nameLines = breaker.lines(type.orEmpty(subject.name()), WIDE_NAME, BodyArea.WIDTH);
        var secondLines = breaker.lines(type.clean(second()), Style.BODY, BodyArea.WIDTH);
        double height = 22 + nameLines.size() * NAME_LINE + secondLines.size() * BodyArea.LINE;
        return Slab.withNext(14, height, (sheet, y) -> {
            sheet.left(type.clean(subject.label()), BodyArea.LEFT, y + 10, Style.CAPTION);
            double at = y + 36;
            for (var line : nameLines) {
                sheet.left(line, BodyArea.LEFT, at, WIDE_NAME);
                at += NAME_LINE;
            }
            at -= 4;
            for (var line : secondLines) {
                sheet.left(line, BodyArea.LEFT, at, Style.BODY);
                at += BodyArea.LINE;
            }
        });
    }

    /** Returns the number and second line of a subject that uses the full width. */
    private String second() {
        var number = subject.number().isBlank() ? "" : subject.numberLabel() + "\u3000" + subject.number();
        if (subject.secondLine().isBlank() || number.isBlank()) {
            return subject.secondLine() + number;
        }
        return number + "\u3000\u3000" + subject.secondLine();
    }

    private double subjectWidth() {
        return Math.max(
                type.width(type.orEmpty(subject.name()), NAME),
                type.width(type.clean(subject.secondLine()), Style.BODY));
    }
}
