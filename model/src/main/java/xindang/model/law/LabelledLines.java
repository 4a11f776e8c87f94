package xindang.model.law;

import java.util.ArrayList;
import java.util.List;

/** Finds labels typed into a text: the words before a colon or an equals sign. */
final class LabelledLines {
    private static final int LONGEST = 24;
    private static final String ENDS = "\n；;。，,、：:=＝ \t\u3000";

    private LabelledLines() {}

    static List<String> labels(String text) {
        var labels = new ArrayList<String>();
        for (var i = 0; i < text.length(); i++) {
            if ("：:=＝".indexOf(text.charAt(i)) >= 0) {
                var end = i;
                while (end > 0 && Character.isWhitespace(text.charAt(end - 1)) && text.charAt(end - 1) != '\n') {
                    end--;
                }
                var from = end;
                while (from > 0 && end - from < LONGEST && ENDS.indexOf(text.charAt(from - 1)) < 0) {
                    from--;
                }
                if (from < end) {
                    labels.add(text.substring(from, end));
                }
            }
        }
        return labels;
    }
}
