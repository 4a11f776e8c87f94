package xindang.model.law;

import java.util.Set;
import xindang.model.archive.Paths;

/**
 * A reason to reject a received change. It contains no value, no key of a row, and no path that was not checked.
 *
 * @param code such as {@code value.type}; docs/exchange.yaml lists them
 * @param path path of the refused value; empty when the change as a whole is refused
 */
public record Objection(String code, String path) {
    /** All codes. */
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

    /** Returns whether a code is a reason to reject a change. */
    static boolean isOne(String code) {
        return CODES.contains(code);
    }

    /** Returns whether the objection is to the change as a whole. The change then has no effect. */
    public boolean isWhole() {
        return path.isEmpty();
    }

    /** Returns the field for people and logs: the path with {@code *} instead of the key of a row. */
    public String field() {
        return Paths.pattern(path);
    }
}
