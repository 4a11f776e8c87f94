package xindang.model.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Examples that are written out from a line of the word lists. */
final class LineExamples {
    /** So many examples of one line are made. */
    private static final int MOST = 400;

    private LineExamples() {}

    /** What a line may stand for, without the parts that may be missing first. */
    static List<String> of(String line, Map<String, List<String>> sets) {
        var texts = List.of("");
        for (var part : WordPattern.of(line, sets).parts()) {
            var longer = new ArrayList<String>();
            for (var text : texts) {
                if (part.isOptional()) {
                    longer.add(text);
                }
                for (var word : part.words()) {
                    longer.add(joined(text, word));
                }
            }
            texts = longer.size() <= MOST ? longer : List.copyOf(longer.subList(0, MOST));
        }
        return texts;
    }

    /** Words of Latin letters are parted by a space, as people write them. */
    private static String joined(String text, String word) {
        var isLatin = !text.isEmpty()
                && Folding.isLatin(text.charAt(text.length() - 1))
                && !word.isEmpty()
                && Folding.isLatin(word.charAt(0));
        return isLatin ? text + " " + word : text + word;
    }
}
