package xindang.model.law;

import java.util.BitSet;
import java.util.Set;
import java.util.TreeMap;

/** The places of one text that excuse forbidden words. */
final class Excuses {
    /** Maximum number of characters between an animal or a crop and the forbidden word about it. */
    private static final int NEAR = 6;

    private final Folded text;
    private final Set<Character> persons;
    private final TreeMap<Integer, Integer> phrases = new TreeMap<>();
    private final TreeMap<Integer, Integer> after = new TreeMap<>();
    private final BitSet creatures = new BitSet();

    Excuses(Folded text, Set<Character> persons) {
        this.text = text;
        this.persons = persons;
    }

    /** Adds a phrase that excuses every word inside it. Phrases arrive in the order of their beginning or end. */
    void phrase(int from, int to) {
        var earlier = phrases.floorEntry(from);
        if (earlier == null || earlier.getValue() < to) {
            phrases.put(from, to);
            for (var later = phrases.higherEntry(from);
                    later != null && later.getValue() <= to;
                    later = phrases.higherEntry(from)) {
                phrases.remove(later.getKey());
            }
        }
    }

    /** Adds a phrase that excuses the word before it. It may begin inside that word and continue after it (残疾人+人补贴). */
    void after(int from, int to) {
        after.merge(from, to, Math::max);
    }

    /** Returns whether the character at an index refers to a person: 的羊 excuses an animal, 的羊倌 does not. */
    boolean isPerson(int index) {
        return index < text.text().length() && persons.contains(text.text().charAt(index));
    }

    /** Adds the index where an animal or a crop ends. */
    void creature(int to) {
        creatures.set(to);
    }

    /** @param isPersons whether the word can only concern persons */
    boolean excuse(Hit hit, boolean isPersons) {
        var phrase = phrases.floorEntry(hit.from());
        return (phrase != null && phrase.getValue() >= hit.to())
                || isFollowed(hit)
                || (!isPersons && isOfCreature(hit.from()));
    }

    private boolean isFollowed(Hit hit) {
        for (var end : after.subMap(hit.from(), false, hit.to(), true).values()) {
            if (end > hit.to()) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfCreature(int from) {
        for (var i = from; i > 0 && from - i <= NEAR; i--) {
            if (creatures.get(i)) {
                return true;
            }
            var letter = text.text().charAt(i - 1);
            if (letter == Folded.CLAUSE || persons.contains(letter)) {
                return false;
            }
        }
        return false;
    }
}
