package xindang.model.law;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The excuses for forbidden words: a phrase around the word, a word before or after it, or the animals and crops that
 * it concerns.
 */
final class Harmless {
    private static final Set<String> CREATURES = Set.of("animal", "crop");

    private final List<Rule> rules = new ArrayList<>();
    private final Spans spans = new Spans(Lookalikes.NONE);
    private final Set<Character> persons = new HashSet<>();

    private record Rule(How how, ForbiddenWords.Where where, boolean isOfCreature) {}

    enum How {
        /** The phrase contains the word. */
        PHRASE,
        /** The phrase follows the word immediately. */
        AFTER,
        /** An animal or a crop a few characters before the word, without a person between them. */
        CREATURE,
        /** A character that refers to a person. */
        PERSON
    }

    Harmless(Map<String, List<String>> sets) {
        for (var row : WordFile.rows("harmless.tsv", 4)) {
            var rule = new Rule(
                    How.valueOf(row[1].toUpperCase(java.util.Locale.ROOT)),
                    ForbiddenWords.Where.valueOf(row[2].toUpperCase(java.util.Locale.ROOT)),
                    CREATURES.contains(row[0]));
            if (rule.how() == How.PERSON) {
                persons.add(row[3].charAt(0));
            } else {
                spans.add(rules.size(), WordPattern.of(row[3], sets), false);
                rules.add(rule);
            }
        }
    }

    /** Returns the excuses in a text. */
    Excuses in(Folded text, ForbiddenWords.Where where) {
        var excuses = new Excuses(text, persons);
        for (var span : spans.in(text)) {
            var rule = rules.get(span.pattern());
            if (rule.where().counts(where)) {
                switch (rule.how()) {
                    case PHRASE -> excuses.phrase(span.from(), span.to());
                    case AFTER -> {
                        if ((!rule.isOfCreature() || !excuses.isPerson(span.to()))
                                && !CommonWords.shipped().goOnBehind(text.text(), span.from(), span.to())) {
                            excuses.after(span.from(), span.to());
                        }
                    }
                    case CREATURE -> excuses.creature(span.to());
                    case PERSON -> throw new IllegalStateException("a person is one letter");
                }
            }
        }
        return excuses;
    }
}
