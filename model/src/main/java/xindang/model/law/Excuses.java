package xindang.model.law;

import java.util.BitSet;
import java.util.Set;
import java.util.TreeMap;

/** What one text holds that excuses forbidden words. */
final class Excuses {
    /** Letters between an animal or a crop and what it has. */
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

    /** A phrase that excuses every word inside it; phrases come by where they end or begin. */
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

    /** A phrase that excuses the word at whose end it begins, or inside which it begins to go on behind it (残疾人+人补贴). */
    void after(int from, int to) {
        after.merge(from, to, Math::max);
    }

    /** Whether the letter at an index speaks of a person: 的羊 excuses an animal, 的羊倌 nobody. */
    boolean isPerson(int index) {
        return index < text.text().length() && persons.contains(text.text().charAt(index));
    }

    /** An animal or a crop ends at an index. */
    void creature(int to) {
        creatures.set(to);
    }

    /** @param isPersons whether only persons have what the word names */
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
