package xindang.model.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Letters that people mistake for others, by shape or by sound: 糖尿並 for 糖尿病. */
final class Lookalikes {
    /** Shorter words with a wrong letter are too often other words. */
    private static final int SHORTEST = 3;

    /** A pattern that makes more words than this is a whole family, each of which few people write wrongly. */
    private static final int MOST = 300;

    private final Map<Character, String> wrong = new HashMap<>();

    Lookalikes() {
        WordFile.rows("lookalikes.tsv", 2).forEach(row -> wrong.put(row[0].charAt(0), row[1]));
    }

    /** The pattern with each of its words also as it is written with one letter wrong. */
    WordPattern with(WordPattern pattern) {
        if (pattern.parts().size() > 1) {
            return pattern;
        }
        return new WordPattern(
                pattern.atStart(), pattern.atEnd(), List.of(with(pattern.parts().get(0))));
    }

    private List<String> with(List<String> words) {
        var all = new LinkedHashSet<String>(words);
        for (var word : words.size() > MOST ? List.<String>of() : words) {
            for (var i = 0; word.length() >= SHORTEST && i < word.length(); i++) {
                for (var letter : wrong.getOrDefault(word.charAt(i), "").toCharArray()) {
                    all.add(word.substring(0, i) + letter + word.substring(i + 1));
                }
            }
        }
        return new ArrayList<>(all);
    }
}
