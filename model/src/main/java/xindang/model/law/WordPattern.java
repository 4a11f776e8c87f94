package xindang.model.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A small pattern of the word lists. {@code (a|b|)} are alternatives, {@code <organ>} is a set of words, {@code ^} and
 * {@code $} are the ends of a clause, and {@code ~} is a gap of at most eight characters inside a clause. Short
 * patterns are expanded into words. A set stays a part of its own, because two sets in a row would make thousands of
 * words.
 *
 * @param parts the parts in their order
 */
record WordPattern(boolean atStart, boolean atEnd, List<Part> parts) {
    private static final int GAP = 8;
    private static final String SIGNS = "^$~(|)<>";

    /** Maximum number of words in one part made of several pieces. */
    private static final int MOST = 64;

    /**
     * One part of a pattern.
     *
     * @param words the possible words
     * @param isOptional whether it may be missing
     * @param gap maximum number of characters between the preceding part and this one
     */
    record Part(List<String> words, boolean isOptional, int gap) {}

    static WordPattern of(String text, Map<String, List<String>> sets) {
        if (isOneWord(text)) {
            return new WordPattern(false, false, List.of(new Part(List.of(text), false, 0)));
        }
        var atStart = text.startsWith("^");
        var atEnd = text.endsWith("$");
        var body = text.substring(atStart ? 1 : 0, text.length() - (atEnd ? 1 : 0));
        var parts = new ArrayList<Part>();
        var from = 0;
        for (var to = body.indexOf('~'); from <= body.length(); to = body.indexOf('~', from)) {
            var end = to < 0 ? body.length() : to;
            parts.addAll(segment(body.substring(from, end), sets, parts.isEmpty() ? 0 : GAP));
            from = end + 1;
        }
        for (var part : parts) {
            if (!part.isOptional()) {
                return new WordPattern(atStart, atEnd, List.copyOf(parts));
            }
        }
        throw new IllegalStateException("an empty word in " + text);
    }

    /** Returns a pattern for any of the words in a text, separated by spaces. */
    static WordPattern anyOf(String text) {
        var words = new ArrayList<String>();
        for (var from = 0; from < text.length(); ) {
            var space = text.indexOf(' ', from);
            var end = space < 0 ? text.length() : space;
            words.add(text.substring(from, end));
            from = end + 1;
        }
        return new WordPattern(false, false, List.of(new Part(words, false, 0)));
    }

    private static boolean isOneWord(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (SIGNS.indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Returns the words of a set, which may name other sets. */
    static List<String> set(String text, Map<String, List<String>> sets) {
        return alternatives(text, sets);
    }

    private static List<Part> segment(String text, Map<String, List<String>> sets, int gap) {
        var pieces = pieces(text, sets);
        var all = 1L;
        for (var piece : pieces) {
            all *= piece.size();
        }
        if (all <= MOST) {
            pieces = List.of(product(pieces));
        }
        var parts = new ArrayList<Part>();
        for (var words : pieces) {
            var isOptional = words.contains("");
            parts.add(new Part(isOptional ? withoutEmpty(words) : words, isOptional, parts.isEmpty() ? gap : 0));
        }
        return parts;
    }

    private static List<String> withoutEmpty(List<String> words) {
        var some = new ArrayList<>(words);
        some.removeIf(String::isEmpty);
        return some;
    }

    /** Returns the words of each piece: a run of letters, a group of alternatives, a set. */
    private static List<List<String>> pieces(String text, Map<String, List<String>> sets) {
        var pieces = new ArrayList<List<String>>();
        var i = 0;
        while (i < text.length()) {
            var end = i + 1;
            if (text.charAt(i) == '(') {
                end = closing(text, i) + 1;
                pieces.add(alternatives(text.substring(i + 1, end - 1), sets));
            } else if (text.charAt(i) == '<') {
                end = text.indexOf('>', i) + 1;
                var set = sets.get(text.substring(i + 1, end - 1));
                if (set == null) {
                    throw new IllegalStateException("no set " + text);
                }
                pieces.add(set);
            } else {
                while (end < text.length() && text.charAt(end) != '(' && text.charAt(end) != '<') {
                    end++;
                }
                pieces.add(List.of(text.substring(i, end)));
            }
            i = end;
        }
        return pieces;
    }

    private static List<String> product(List<List<String>> pieces) {
        var words = List.of("");
        for (var piece : pieces) {
            var longer = new ArrayList<String>(words.size() * piece.size());
            for (var word : words) {
                for (var more : piece) {
                    longer.add(word.concat(more));
                }
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

    private static List<String> alternatives(String text, Map<String, List<String>> sets) {
        var all = new ArrayList<String>();
        var depth = 0;
        var from = 0;
        for (var i = 0; i <= text.length(); i++) {
            var letter = i == text.length() ? '|' : text.charAt(i);
            depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (letter == '|' && depth == 0) {
                all.addAll(product(pieces(text.substring(from, i), sets)));
                from = i + 1;
            }
        }
        return all;
    }
}
