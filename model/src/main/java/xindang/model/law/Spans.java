package xindang.model.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Many patterns, and where they are found in a folded text. */
final class Spans {
    private static final int GAP = 8;
    private static final int LONG = 8;

    private final Trie trie = new Trie();
    private final List<Part> parts = new ArrayList<>();

    /** One part of a pattern. */
    private record Part(int pattern, int place, boolean isLast, boolean atStart, boolean atEnd) {}

    /** Where a pattern was found. */
    record Span(int pattern, int from, int to) {}

    void add(int pattern, WordPattern words) {
        var all = words.parts();
        for (var place = 0; place < all.size(); place++) {
            var isLast = place == all.size() - 1;
            var id = parts.size();
            parts.add(new Part(pattern, place, isLast, words.atStart() && place == 0, words.atEnd() && isLast));
            all.get(place).forEach(word -> trie.add(word, id));
        }
    }

    /** All that is found, by where it begins. Linear in the length of the text. */
    List<Span> in(Folded text) {
        var found = new ArrayList<Span>();
        var open = new HashMap<Integer, NavigableMap<Integer, Open>>();
        for (var i = 0; i < text.text().length(); i++) {
            var from = i;
            trie.find(text.text(), from, (id, to) -> {
                var part = parts.get(id);
                if (fits(text, part, from, to)) {
                    meet(text, part, from, to, open, found);
                }
            });
        }
        return found;
    }

    /** A pattern of which a part was found, and the next part is looked for. */
    private record Open(int from, int place, int to) {}

    private static void meet(
            Folded text,
            Part part,
            int from,
            int to,
            Map<Integer, NavigableMap<Integer, Open>> open,
            List<Span> found) {
        var begin = from;
        if (part.place() > 0) {
            var before = open.getOrDefault(part.pattern(), new TreeMap<>())
                    .headMap(from, true)
                    .descendingMap();
            begin = -1;
            for (var earlier : before.values()) {
                if (from - earlier.to() > GAP || !text.isOneClause(earlier.to(), from)) {
                    break;
                }
                if (earlier.place() == part.place() - 1) {
                    begin = earlier.from();
                    break;
                }
            }
        }
        if (begin < 0) {
            return;
        }
        if (part.isLast()) {
            found.add(new Span(part.pattern(), begin, to));
        } else {
            open.computeIfAbsent(part.pattern(), id -> new TreeMap<>()).put(to, new Open(begin, part.place(), to));
        }
    }

    private static boolean fits(Folded text, Part part, int from, int to) {
        if ((part.atStart() && !text.isClauseStart(from)) || (part.atEnd() && !text.isClauseEnd(to))) {
            return false;
        }
        return isWhole(text, from, to);
    }

    /** A word of Latin letters is one of the text's own, unless it is too long to be a part of another. */
    private static boolean isWhole(Folded text, int from, int to) {
        var letters = 0;
        while (from + letters < to && Folding.isLatin(text.text().charAt(from + letters))) {
            letters++;
        }
        if (letters >= LONG) {
            return true;
        }
        var startsWell = letters == 0 || text.edges().get(from);
        var endsWell =
                !Folding.isLatin(text.text().charAt(to - 1)) || text.edges().get(to);
        return startsWell && endsWell;
    }
}
