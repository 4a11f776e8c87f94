package xindang.reports.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import xindang.model.report.ReportContent;
import xindang.model.report.Section;
import xindang.reports.font.Fonts;

/** Lays out reports. Same content, same pages; without state, for any thread. */
public final class Layout {
    private static final double NOTICE_LINE = 18;

    private final Fonts fonts;
    private final Words words;

    public Layout(Fonts fonts, Words words) {
        this.fonts = fonts;
        this.words = words;
    }

    /**
     * The pages of a report.
     *
     * @param missing code points that no font has, printed as 〓
     */
    public record Laid(List<Page> pages, Set<Integer> missing) {
        public Laid {
            pages = List.copyOf(pages);
            missing = Set.copyOf(missing);
        }
    }

    public Laid lay(ReportContent content) {
        var type = new Type(fonts);
        var frame = new PageFrame(content, type, words);
        var cover = new ArrayList<Sheet>();
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
        return new Laid(cover.stream().map(Sheet::page).toList(), type.missing());
    }

    private Flow body(ReportContent content, Type type, List<Sheet> cover) {
        if (content.cover()) {
            cover.add(new Sheet(type));
        }
        var flow = new Flow(type, Area.RUNNING_TOP, Area.BOTTOM);
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

    /** Number and title, with a hairline to the margin. */
    private static Slab head(String number, String title, Type type) {
        var text = number + "\u3000" + type.clean(title);
        var style = Fit.into(text, Style.SECTION, Area.WIDTH, type);
        double end = Area.LEFT + type.width(text, style) + 8;
        return Slab.withNext(16, 31.5, (sheet, y) -> {
            sheet.left(text, Area.LEFT, y + 11, style);
            sheet.across(Math.min(end, Area.RIGHT), Area.RIGHT, y + 12, Grid.THIN, Ink.RULE);
        });
    }

    /** At the foot of the last page, which is never a page of its own. */
    private Slab notice(String disclaimer, Type type) {
        var text = type.clean(words.of("foot.notice", disclaimer));
        var lines = new LineBreaker(type).lines(text, Style.SMALL, Area.WIDTH);
        double height = lines.size() * NOTICE_LINE;
        return Slab.free(12, height, (sheet, y) -> {
            double middle = Area.BOTTOM - height + NOTICE_LINE / 2;
            for (var line : lines) {
                sheet.left(line, Area.LEFT, middle, Style.SMALL);
                middle += NOTICE_LINE;
            }
        });
    }
}
