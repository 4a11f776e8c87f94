package xindang.model.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A small pattern of the word lists, written out. {@code (a|b|)} are alternatives, {@code <organ>} is a set of words,
 * {@code ^} and {@code $} are the ends of a clause, and {@code ~} is a gap of at most eight letters inside a clause.
 *
 * @param parts the words that each part may be, in the order of the parts
 */
record WordPattern(boolean atStart, boolean atEnd, List<List<String>> parts) {
    static WordPattern of(String text, Map<String, String> sets) {
        var atStart = text.startsWith("^");
        var atEnd = text.endsWith("$");
        var body = text.substring(atStart ? 1 : 0, text.length() - (atEnd ? 1 : 0));
        var parts = new ArrayList<List<String>>();
        for (var part : body.split("~")) {
            var words = expanded(part, sets);
            if (words.isEmpty() || words.contains("")) {
                throw new IllegalStateException("an empty word in " + text);
            }
            parts.add(words);
        }
        return new WordPattern(atStart, atEnd, List.copyOf(parts));
    }

    private static List<String> expanded(String text, Map<String, String> sets) {
        var words = List.of("");
        var i = 0;
        while (i < text.length()) {
            var letter = text.charAt(i);
            List<String> next;
            if (letter == '(') {
                var end = closing(text, i);
                next = alternatives(text.substring(i + 1, end), sets);
                i = end + 1;
            } else if (letter == '<') {
                var end = text.indexOf('>', i);
                var name = text.substring(i + 1, end);
                var set = sets.get(name);
                if (set == null) {
                    throw new IllegalStateException("no set " + name);
                }
                next = alternatives(set, sets);
                i = end + 1;
            } else {
                next = List.of(String.valueOf(letter));
                i++;
            }
            var longer = new ArrayList<String>();
            for (var word : words) {
                next.forEach(more -> longer.add(word + more));
            }
            words = longer;
        }
        return words;
    }

    private static int closing(String text, int from) {
        var depth = 0;
        for (var i = from; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalStateException("not closed: " + text);
    }

    private static List<String> alternatives(String text, Map<String, String> sets) {
        var all = new ArrayList<String>();
        var depth = 0;
        var from = 0;
        for (var i = 0; i <= text.length(); i++) {
            var letter = i == text.length() ? '|' : text.charAt(i);
            depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (letter == '|' && depth == 0) {
                all.addAll(expanded(text.substring(from, i), sets));
                from = i + 1;
            }
        }
        return all;
    }
}
