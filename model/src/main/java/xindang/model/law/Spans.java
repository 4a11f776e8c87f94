package xindang.model.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Many patterns, and the search for them in a folded text. */
final class Spans {
    private static final int LONG = 8;

    /** Minimum length of a word with a wrong letter. A shorter one is too often another word. */
    private static final int SHORTEST_WRONG = 3;

    private final Trie trie;
    private final List<Part> parts = new ArrayList<>();

    /**
     * One part of a pattern.
     *
     * @param before how many of the preceding parts may be the last one found; 0 when the pattern must begin here
     */
    private record Part(
            int pattern,
            int gap,
            int before,
            boolean isFirst,
            boolean isLast,
            boolean isFollowed,
            boolean atStart,
            boolean atEnd,
            boolean mayBeWrong) {}

    /** The place where a pattern was found. */
    record Span(int pattern, int from, int to) {}

    Spans(Lookalikes lookalikes) {
        trie = new Trie(lookalikes);
    }

    /** @param mayBeWrong whether a word with one wrong letter also counts */
    void add(int pattern, WordPattern words, boolean mayBeWrong) {
        var all = words.parts();
        for (var place = 0; place < all.size(); place++) {
            var part = all.get(place);
            var before = 0;
            var gap = part.gap();
            while (before < place && (before == 0 || all.get(place - before).isOptional())) {
                before++;
            }
            for (var skipped = 1; skipped < before; skipped++) {
                gap = Math.max(gap, all.get(place - skipped).gap());
            }
            var isFirst = areOptional(all, 0, place);
            var isLast = areOptional(all, place + 1, all.size());
            var id = parts.size();
            parts.add(new Part(
                    pattern,
                    gap,
                    before,
                    isFirst,
                    isLast,
                    place < all.size() - 1,
                    words.atStart(),
                    words.atEnd(),
                    mayBeWrong && all.size() == 1));
            for (var word : part.words()) {
                trie.add(word, id);
            }
        }
    }

    private static boolean areOptional(List<WordPattern.Part> parts, int from, int to) {
        for (var i = from; i < to; i++) {
            if (!parts.get(i).isOptional()) {
                return false;
            }
        }
        return true;
    }

    /** Returns all places, in the order of their beginning. The time is linear in the length of the text. */
    List<Span> in(Folded text) {
        return new Walk(text).found();
    }

    private final class Walk {
        private final Folded text;
        private final List<Span> found = new ArrayList<>();

        /** The first letter of a partly found pattern, by the last part found and the index after it. */
        private final Map<Long, Integer> open = new HashMap<>();

        private int from;

        Walk(Folded text) {
            this.text = text;
        }

        List<Span> found() {
            for (from = 0; from < text.text().length(); from++) {
                trie.find(text.text(), from, this::meet);
            }
            return found;
        }

        private void meet(int id, int to, boolean isWrong) {
            var part = parts.get(id);
            if ((isWrong && (!part.mayBeWrong() || to - from < SHORTEST_WRONG)) || !isWhole(text, from, to)) {
                return;
            }
            var begin = begin(id, part);
            if (begin < 0) {
                return;
            }
            if (part.isLast() && (!part.atEnd() || text.isClauseEnd(to))) {
                found.add(new Span(part.pattern(), begin, to));
            }
            if (part.isFollowed()) {
                open.merge(key(id, to), begin, Math::min);
            }
        }

        /** Returns where the pattern of a part begins; -1 when the required parts before it are missing. */
        private int begin(int id, Part part) {
            var begin = part.isFirst() && (!part.atStart() || text.isClauseStart(from)) ? from : -1;
            for (var gap = 0; part.before() > 0 && !open.isEmpty() && gap <= part.gap() && gap <= from; gap++) {
                if (gap > 0 && text.text().charAt(from - gap) == Folded.CLAUSE) {
                    break;
                }
                for (var before = 1; before <= part.before(); before++) {
                    var earlier = open.get(key(id - before, from - gap));
                    if (earlier != null) {
                        return begin < 0 ? earlier : Math.min(begin, earlier);
                    }
                }
            }
            return begin;
        }

        private static long key(int id, int to) {
            return ((long) id << 32) | to;
        }
    }

    /**
     * Returns whether Latin letters are a whole word of the text. A long word counts anywhere, because it is no part of
     * another.
     */
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
