package xindang.reports.layout;

import java.util.ArrayList;
import java.util.List;
import xindang.model.report.ReportContent.Pair;

/**
 * Paragraphs of text, each after its bold label. A single line of a paragraph is never alone on a page. Paragraphs of
 * one line, such as a key of grades, stay with the next paragraph.
 */
final class ParagraphsBlock {
    private static final double LEADING = 22.75;

    private ParagraphsBlock() {}

    static List<Slab> slabs(List<Pair> paragraphs, double gap, Type type) {
        var slabs = new ArrayList<Slab>();
        for (int i = 0; i < paragraphs.size(); i++) {
            var lines = paragraph(paragraphs.get(i), i == 0 ? gap : 0, type);
            boolean hold = lines.size() == 1 && i < paragraphs.size() - 1;
            slabs.addAll(hold ? List.of(lines.get(0).held()) : lines);
        }
        return slabs;
    }

    private static List<Slab> paragraph(Pair pair, double gap, Type type) {
        var label = type.clean(pair.label());
        var text = type.orEmpty(pair.value());
        double indent = label.isBlank()
                ? 0
                : type.width(label, Style.STRONG) + Style.STRONG.size() - Squeeze.atStart(text, Style.BODY);
        var lines = new LineBreaker(type).lines(text, Style.BODY, BodyArea.WIDTH, indent);
        var slabs = new ArrayList<Slab>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            boolean first = i == 0;
            var slab = Slab.free(first ? gap : 0, LEADING, (sheet, y) -> {
                if (first) {
                    sheet.left(label, BodyArea.LEFT, y + LEADING / 2 - 0.6, Style.STRONG);
                }
                sheet.left(line, BodyArea.LEFT + (first ? indent : 0), y + LEADING / 2 - 0.6, Style.BODY);
            });
            boolean hold = lines.size() > 1 && (first || i == lines.size() - 2);
            slabs.add(hold ? slab.held() : slab);
        }
        return slabs;
    }
}
