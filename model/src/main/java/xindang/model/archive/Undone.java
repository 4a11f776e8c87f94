package xindang.model.archive;

import java.util.List;
import xindang.model.common.Digest;

/**
 * The mark of a record whose import was undone. It is a digest of all other values. While it equals them, the record is
 * in no list and no count; nothing of it is lost. Any other change, also one that another office made before it
 * knew of the mark, makes the digest differ, and the record is back.
 */
public final class Undone {
    /** The path of the mark. No template contains it; every subject has it. */
    public static final String PATH = "import.undone";

    /** The digits of the mark. Letters of which no word can be made, because values are searched for words. */
    private static final String DIGITS = "bcdfghjklmnpqrtv";

    private static final int LENGTH = 32;

    private Undone() {}

    /** Returns the mark for a content. An office that has a value and one that has its {@link Withheld} mark agree. */
    public static String mark(Content content) {
        var text = new StringBuilder();
        content.forEach((path, value) -> {
            if (!path.equals(PATH)) {
                text.append(path).append('=').append(Withheld.digest(value)).append('\n');
            }
        });
        var mark = new StringBuilder();
        for (var digit : Digest.of(text.toString()).substring(0, LENGTH).toCharArray()) {
            mark.append(DIGITS.charAt(Character.digit(digit, 16)));
        }
        return mark.toString();
    }

    /**
     * Returns whether a record is hidden.
     *
     * @param sealed number of changes that this version cannot read; with any, nothing is hidden
     */
    public static boolean hides(Content content, List<Conflict> conflicts, long sealed) {
        return conflicts.isEmpty()
                && sealed == 0
                && content.get(PATH).filter(mark -> mark.equals(mark(content))).isPresent();
    }
}
