package xindang.reports.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import xindang.model.report.ReportContent;
import xindang.model.report.Section;
import xindang.reports.font.Fonts;

/** Lays out reports. The same content gives the same pages. It has no state, so several threads may share it. */
public final class Layout {
    private static final double NOTICE_LINE = 18;

    private final Fonts fonts;
    private final PaperWords words;

    public Layout(Fonts fonts, PaperWords words) {
        this.fonts = fonts;
        this.words = words;
    }

    /**
     * The pages of a report.
     *
     * @param missing code points that no font has, printed as 〓
     */
    public record Laid(List<PaperPage> pages, Set<Integer> missing) {
        public Laid {
            pages = List.copyOf(pages);
            missing = Set.copyOf(missing);
        }
    }

    /** Returns the pages of a report. */
    public Laid lay(ReportContent content) {
        var type = new Type(fonts);
        var frame = new PageFrame(content, type, words);
        var cover = new ArrayList<PageComposer>();
        var flow = body(content, type, cover);
        int pages = cover.size() + flow.sheets().size();
        for (var sheet : cover) {
            CoverPage.paint(sheet, content, pages, type, words);
        }
        int number = cover.size();
        for (var sheet : flow.sheets()) {
            number++;
            if (number > 1) {
                frame.runningHead(sheet);
            }
            frame.watermark(sheet);
            frame.footer(sheet, number, pages);
        }
        cover.addAll(flow.sheets());
        return new Laid(cover.stream().map(PageComposer::page).toList(), type.missing());
    }

    private Flow body(ReportContent content, Type type, List<PageComposer> cover) {
        if (content.cover()) {
            cover.add(new PageComposer(type));
        }
        var flow = new Flow(type, BodyArea.RUNNING_TOP, BodyArea.BOTTOM);
        if (!content.cover()) {
            flow.startAt(TitleBlock.paint(flow.sheet(), content, type, words));
        }
        var all = new ArrayList<Slab>(HeroBlock.slabs(content, type, words));
        int number = 0;
        for (var section : content.sections()) {
            var slabs = slabs(section, type);
            if (!slabs.isEmpty()) {
                all.add(head(words.sectionNumber(++number), section.title(), type));
                all.addAll(slabs);
            }
        }
        if (!content.disclaimer().isBlank()) {
            all.add(all.remove(all.size() - 1).held());
            all.add(notice(content.disclaimer(), type));
        }
        flow.add(all);
        return flow;
    }

    private List<Slab> slabs(Section section, Type type) {
        if (section instanceof Section.Facts facts) {
            return FactsBlock.slabs(facts, type);
        }
        if (section instanceof Section.Figures figures) {
            return FiguresBlock.slabs(figures, type);
        }
        if (section instanceof Section.Table table) {
            return TableBlock.slabs(table, type);
        }
        if (section instanceof Section.Scores scores) {
            return ScoresBlock.slabs(scores, type, words);
        }
        if (section instanceof Section.Radar radar) {
            return RadarBlock.slabs(radar, type, words);
        }
        if (section instanceof Section.Paragraphs paragraphs) {
            return ParagraphsBlock.slabs(paragraphs.paragraphs(), 0, type);
        }
        throw new IllegalStateException("no layout for " + section.getClass());
    }

    /** Returns the head of a section: number, title and a hairline to the margin. */
    private static Slab head(String number, String title, Type type) {
        var text = number + "\u3000" + type.clean(title);
        var style = Fit.into(text, Style.SECTION, BodyArea.WIDTH, type);
        double end = BodyArea.LEFT + type.width(text, style) + 8;
        return Slab.withNext(16, 31.5, (sheet, y) -> {
            sheet.left(text, BodyArea.LEFT, y + 11, style);
            sheet.across(Math.min(end, BodyArea.RIGHT), BodyArea.RIGHT, y + 12, Grid.THIN, Ink.RULE);
        });
    }

    /** Returns the notice at the foot of the last page. It never gets its own page. */
    private Slab notice(String disclaimer, Type type) {
        var text = type.clean(words.of("foot.notice", disclaimer));
        var lines = new LineBreaker(type).lines(text, Style.SMALL, BodyArea.WIDTH);
        double height = lines.size() * NOTICE_LINE;
        return Slab.free(12, height, (sheet, y) -> {
            double middle = BodyArea.BOTTOM - height + NOTICE_LINE / 2;
            for (var line : lines) {
                sheet.left(line, BodyArea.LEFT, middle, Style.SMALL);
                middle += NOTICE_LINE;
            }
        });
    }
}
