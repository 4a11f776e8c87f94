package xindang.model.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import xindang.model.value.PersonName;

/**
 * Finds forbidden words in labels and texts (征信业管理条例 article 14(1), 个人信息保护法 article 28). Forbidden are religion, genes,
 * fingerprints, blood type, diseases and disabilities of a person, and biometric features. A certificate, subsidy,
 * insurance, job, place, crop, animal or award with such a word in its name is allowed.
 *
 * <p>The words are data files: {@code words.tsv} has the forbidden words, {@code harmless.tsv} the excuses,
 * {@code sets.tsv} the sets of both, {@code lookalikes.tsv} letters mistaken for others, {@code variants.tsv} other
 * forms of a letter, {@code romanised.tsv} the words in pinyin, {@code mixed.tsv} those with one letter in pinyin,
 * {@code common.tsv} common words.
 */
final class ForbiddenWords {
    private static final ForbiddenWords SHIPPED = new ForbiddenWords();
    private static final Comparator<Candidate> LONGEST_FIRST = Comparator.<Candidate>comparingInt(
                    candidate -> candidate.hit().from())
            .thenComparing(candidate -> candidate.hit().to(), Comparator.reverseOrder());

    private static final int LONGEST_NAME = 4;
    private static final int GIVEN = 2;

    private final List<Rule> rules = new ArrayList<>();
    private final Spans spans = new Spans(Lookalikes.shipped());
    private final Harmless harmless;

    /** A word or pattern of the lists. */
    private record Rule(ForbiddenKind kind, Where where, boolean isPersons) {}

    /** A hit that has not been checked against the excuses yet. */
    private record Candidate(Hit hit, boolean isPersons) {}

    /** Where a word is forbidden. */
    enum Where {
        LABEL,
        TEXT,
        BOTH;

        boolean counts(Where place) {
            return this == BOTH || this == place;
        }
    }

    private ForbiddenWords() {
        var sets = sets();
        for (var row : WordFile.rows("words.tsv", 5)) {
            add(rule(row), WordPattern.of(row[4], sets), true);
        }
        for (var file : List.of("romanised.tsv", "mixed.tsv")) {
            for (var row : WordFile.rows(file, 5)) {
                add(rule(row), WordPattern.anyOf(row[4]), false);
            }
        }
        harmless = new Harmless(sets);
    }

    /** Returns the sets of words by name. */
    static Map<String, List<String>> sets() {
        var sets = new HashMap<String, List<String>>();
        for (var row : WordFile.rows("sets.tsv", 2)) {
            sets.put(row[0], WordPattern.set(row[1], sets));
        }
        return sets;
    }

    private void add(Rule rule, WordPattern pattern, boolean mayBeWrong) {
        spans.add(rules.size(), pattern, mayBeWrong);
        rules.add(rule);
    }

    private static Rule rule(String[] row) {
        return new Rule(
                ForbiddenKind.valueOf(row[0].toUpperCase(java.util.Locale.ROOT)),
                Where.valueOf(row[2].toUpperCase(java.util.Locale.ROOT)),
                row[3].equals("person"));
    }

    /** Returns the forbidden words in the label of a field, a column or a table. */
    static List<Hit> label(String label) {
        return SHIPPED.find(label, Where.LABEL);
    }

    /** Returns the forbidden words in a text, including its labels ({@code 宗教信仰：…}). */
    static List<Hit> text(String text) {
        var hits = new ArrayList<Hit>();
        LabelledLines.labels(text).forEach(label -> hits.addAll(label(label)));
        SHIPPED.find(text, Where.TEXT).stream()
                .filter(hit -> hits.stream().noneMatch(other -> other.word().contains(hit.word())))
                .forEach(hits::add);
        return List.copyOf(hits);
    }

    /**
     * Returns the forbidden words in the name of a person. Two characters after a surname are a given name (王信佛), not a
     * belief.
     */
    static List<Hit> name(String name) {
        var hits = text(name);
        if (hits.isEmpty() || Folding.word(name).length() > LONGEST_NAME) {
            return hits;
        }
        var surname = new PersonName(name.strip()).surname().length();
        return hits.stream()
                .filter(hit -> hit.from() != surname || hit.to() - hit.from() > GIVEN)
                .toList();
    }

    private List<Hit> find(String text, Where where) {
        if (!mayHoldWords(text)) {
            return List.of();
        }
        var hits = new ArrayList<Hit>();
        for (var folded : Folding.of(DrawnCodes.blanked(text))) {
            hits.addAll(find(folded, spans.in(folded), where));
        }
        return hits;
    }

    private List<Hit> find(Folded text, List<Spans.Span> found, Where where) {
        var candidates = new ArrayList<Candidate>();
        for (var span : found) {
            var rule = rules.get(span.pattern());
            if (rule.where().counts(where)) {
                var word = text.text().substring(span.from(), span.to());
                candidates.add(new Candidate(new Hit(rule.kind(), word, span.from(), span.to()), rule.isPersons()));
            }
        }
        if (candidates.isEmpty()) {
            return List.of();
        }
        var excuses = harmless.in(text, where);
        var kept = new ArrayList<Hit>();
        for (var candidate : longest(candidates)) {
            if (!excuses.excuse(candidate.hit(), candidate.isPersons())) {
                if (isParted(text, candidate.hit())) {
                    kept.addAll(inside(candidate.hit(), candidates, text, excuses));
                } else {
                    kept.add(candidate.hit());
                }
            }
        }
        return kept;
    }

    /** Returns the hits inside a hit that common words divide: 因病|死了 does not contain 病死, but contains 病. */
    private static List<Hit> inside(Hit parted, List<Candidate> all, Folded text, Excuses excuses) {
        var inner = all.stream()
                .filter(candidate -> candidate.hit().from() >= parted.from()
                        && candidate.hit().to() <= parted.to())
                .filter(candidate -> !isParted(text, candidate.hit()))
                .toList();
        return longest(inner).stream()
                .filter(candidate -> !excuses.excuse(candidate.hit(), candidate.isPersons()))
                .map(Candidate::hit)
                .toList();
    }

    private static boolean isParted(Folded text, Hit hit) {
        return CommonWords.shipped().part(text.text(), hit.from(), hit.to());
    }

    /** Keeps the longest hits. A longer hit inherits from a shorter one that the word can only concern persons. */
    private static List<Candidate> longest(List<Candidate> hits) {
        var kept = new ArrayList<Candidate>();
        for (var next : hits.stream().sorted(LONGEST_FIRST).toList()) {
            var last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            if (last == null || next.hit().to() > last.hit().to()) {
                kept.add(next);
            } else if (next.isPersons() && !last.isPersons()) {
                kept.set(kept.size() - 1, new Candidate(last.hit(), true));
            }
        }
        return kept;
    }

    /** Digits, dates and numbers contain no words. */
    private static boolean mayHoldWords(String text) {
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter >= 0x80 || Character.isLetter(letter)) {
                return true;
            }
        }
        return false;
    }
}
