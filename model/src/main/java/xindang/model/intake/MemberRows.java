package xindang.model.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.common.Violation;

/**
 * Finds the row of each member in the record of a household: by the number, then by the name. A member without one gets
 * a new row. No row is deleted: a member who is missing from the sheet is reported.
 */
final class MemberRows {
    private final MemberGroup members;
    private final Content base;
    private final Set<String> free;
    private final Set<String> keys;

    private MemberRows(MemberGroup members, Content base) {
        this.members = members;
        this.base = base;
        keys = new HashSet<>(base.rows(members.group()));
        free = new TreeSet<>(keys);
    }

    /** Returns a subject with the values of its members at the paths of their rows. */
    static RowReader.Read placed(Optional<MemberGroup> members, Content base, RowReader.Read read) {
        return members.isEmpty()
                        || (read.household().members().isEmpty()
                                && !read.household().isWhole())
                ? read
                : new MemberRows(members.get(), base).place(read);
    }

    private RowReader.Read place(RowReader.Read read) {
        var household = read.household();
        var values = new TreeMap<>(read.values());
        var consentValues = new TreeMap<>(read.consentValues());
        var consentWarnings = new TreeMap<>(read.consentWarnings());
        var warnings = new ArrayList<>(read.warnings());
        var rows = new HashMap<String, SheetRow>();
        for (var entry : matched(household.members()).entrySet()) {
            var member = entry.getKey();
            var key = entry.getValue();
            rows.put(key, member.row());
            values(member, key).forEach((id, value) -> values.put(path(key, id), value));
            if (!isChild(member, key)) {
                member.consentValues().forEach((id, value) -> consentValues.put(path(key, id), value));
                member.consentWarnings().forEach((id, list) -> consentWarnings.put(path(key, id), list));
            }
            warnings.addAll(member.warnings());
            if (member.isChild() && isAdult(key)) {
                warnings.add(warning(member.row(), member.name(), "member.child.number", member.name()));
            }
        }
        if (household.isWhole()) {
            free.forEach(key -> warnings.add(absent(read, key)));
        }
        return Reads.placed(read, household.placed(rows), values, consentValues, consentWarnings, warnings);
    }

    /**
     * Returns the values of a member. An item that shows an age of 14 or more deletes the mark of
     * a child. The number in the archive outweighs an age in the sheet.
     */
    private Map<String, String> values(Member member, String key) {
        var values = new TreeMap<>(member.values());
        if (member.isChild()) {
            if (isAdult(key)) {
                values.remove(MemberGroup.UNDER_14);
            }
            return values;
        }
        if (isChild(member, key)) {
            values.keySet().retainAll(Set.of(MemberGroup.NAME, MemberGroup.RELATION));
        } else if (isMarked(key)) {
            values.put(MemberGroup.UNDER_14, "");
        }
        return values;
    }

    /** Returns whether a member is a child by the sheet, or by the archive when the sheet shows no age. */
    private boolean isChild(Member member, String key) {
        return member.isChild()
                || (isMarked(key)
                        && member.value(MemberGroup.NUMBER).isEmpty()
                        && member.value(MemberGroup.BIRTH).isEmpty());
    }

    /** Returns whether the archive has the number of a member. It has none of a child. */
    private boolean isAdult(String key) {
        return !text(key, MemberGroup.NUMBER).isEmpty();
    }

    private boolean isMarked(String key) {
        return text(key, MemberGroup.UNDER_14).equals("true");
    }

    /** Returns the key of the row of each member, in the order of the sheet. */
    private Map<Member, String> matched(List<Member> all) {
        var found = new LinkedHashMap<Member, String>();
        all.forEach(member -> found.put(member, ""));
        match(found, (member, key) -> isWritten(member, key, MemberGroup.NUMBER));
        match(
                found,
                (member, key) ->
                        isWritten(member, key, MemberGroup.NAME) && isWritten(member, key, MemberGroup.RELATION));
        match(
                found,
                (member, key) -> isWritten(member, key, MemberGroup.NAME)
                        && (member.value(MemberGroup.NUMBER).isEmpty()
                                || text(key, MemberGroup.NUMBER).isEmpty()));
        found.replaceAll((member, key) -> key.isEmpty() ? opened() : key);
        return found;
    }

    private interface Rule {
        boolean fits(Member member, String key);
    }

    private void match(Map<Member, String> found, Rule rule) {
        found.replaceAll((member, known) -> {
            if (!known.isEmpty()) {
                return known;
            }
            var key = free.stream().filter(fits(rule, member)).findFirst();
            key.ifPresent(free::remove);
            return key.orElse("");
        });
    }

    private static Predicate<String> fits(Rule rule, Member member) {
        return key -> rule.fits(member, key);
    }

    private boolean isWritten(Member member, String key, String id) {
        return !member.value(id).isEmpty() && member.value(id).equals(text(key, id));
    }

    /** Returns the lowest free key. A key that somebody emptied is free, and then the value typed last is asked about. */
    private String opened() {
        var n = 1;
        while (!keys.add("i" + n)) {
            n++;
        }
        return "i" + n;
    }

    private String text(String key, String id) {
        return base.text(path(key, id));
    }

    private String path(String key, String id) {
        return Paths.of(members.group(), key, id);
    }

    private Problem absent(RowReader.Read read, String key) {
        return warning(read.row(), read.name(), "household.member.absent", text(key, MemberGroup.NAME));
    }

    private static Problem warning(SheetRow row, String name, String code, String about) {
        return new Problem(row.number(), name, "", Problem.Severity.WARNING, Violation.of(code, about), "");
    }
}
