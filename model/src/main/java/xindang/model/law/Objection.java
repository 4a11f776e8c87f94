package xindang.model.law;

import java.util.Set;
import xindang.model.archive.Paths;

/**
 * Why a change that arrives may not be taken in. It never holds a value, nor a key of a row or a path that was not looked at.
 *
 * @param code such as {@code value.type}; docs/exchange.yaml lists them
 * @param path of the value that is refused; empty when the change as a whole is refused
 */
public record Objection(String code, String path) {
    /** All codes there are. */
    public static final Set<String> CODES = Set.of(
            "change.at",
            "change.author",
            "change.large",
            "change.origin",
            "change.reason",
            "change.unreadable",
            "field.key",
            "field.path",
            "field.twice",
            "field.unknown",
            "law.child.item",
            "law.consent.future",
            "law.consent.missing",
            "law.consent.notice.late",
            "law.consent.reopened",
            "law.consent.rewritten",
            "law.forbidden",
            "law.term.over",
            "record.name.missing",
            "record.number.missing",
            "value.long",
            "value.masked",
            "value.type");

    public Objection {
        if (!CODES.contains(code)) {
            throw new IllegalArgumentException("no code of an objection: " + code);
        }
    }

    /** Whether a code is a reason to set a change aside. */
    static boolean isOne(String code) {
        return CODES.contains(code);
    }

    /** Whether the change has no effect at all, since what is wrong with it is no value of it. */
    public boolean isWhole() {
        return path.isEmpty();
    }

    /** The field for people and logs: the path with {@code *} in the place of the key of a row. */
    public String field() {
        return Paths.pattern(path);
    }
}
