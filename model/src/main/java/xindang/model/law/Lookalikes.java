package xindang.model.law;

import org.jspecify.annotations.Nullable;

/** Characters that people mistake for others, by form or by sound: 糖尿並 for 糖尿病. */
final class Lookalikes {
    static final Lookalikes NONE = new Lookalikes();

    /** The characters that may be meant, by the wrong character. */
    private final @Nullable String[] meant = new @Nullable String[1 << 16];

    private Lookalikes() {}

    static Lookalikes shipped() {
        var shipped = new Lookalikes();
        for (var row : WordFile.rows("lookalikes.tsv", 2)) {
            for (var wrong : row[1].toCharArray()) {
                shipped.meant[wrong] = shipped.meant(wrong).concat(row[0]);
            }
        }
        return shipped;
    }

    /** Returns the characters that may be meant by a character; empty for most. */
    String meant(char letter) {
        var letters = meant[letter];
        return letters == null ? "" : letters;
    }
}
