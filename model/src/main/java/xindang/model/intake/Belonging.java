package xindang.model.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Paths;
import xindang.model.common.Violation;
import xindang.model.region.Divisions;
import xindang.model.template.Template;
import xindang.model.value.DivisionCode;

/** Finds persons of a household who belong to another household of the archive. A person decides about them. */
final class Belonging {
    /** Digits of a citizen's number before its check digit. They fit in a long, which needs less memory than a text. */
    private static final int DIGITS = 17;

    private final Template template;
    private final MemberGroup members;
    private final ArchiveStore store;
    private final Divisions divisions;
    private @Nullable Map<Long, UUID> households;

    Belonging(Template template, MemberGroup members, ArchiveStore store, Divisions divisions) {
        this.template = template;
        this.members = members;
        this.store = store;
        this.divisions = divisions;
    }

    /**
     * Returns a reason for each person of a household who belongs to another one.
     *
     * @param there the record of the household
     * @param heads the records of households by the numbers of their heads, at least for the members
     */
    List<Problem> problems(
            RowReader.Read read, Optional<ArchiveStore.Known> there, Map<String, ArchiveStore.Known> heads) {
        var own = there.map(ArchiveStore.Known::id);
        var found = new ArrayList<Problem>();
        if (read.numberProblem().isEmpty()) {
            other(read.number(), own)
                    .map(record -> Violation.of("household.head.member", Repeated.name(read.name()), named(record)))
                    .ifPresent(why -> found.add(read.onNumber(why)));
        }
        for (var member : read.household().members()) {
            var number = member.value(MemberGroup.NUMBER);
            Optional.ofNullable(heads.get(number))
                    .filter(known -> !own.equals(Optional.of(known.id())))
                    .map(known -> Violation.of(
                            "household.member.heads.archive", Repeated.name(member.name()), place(known.region())))
                    .or(() -> other(number, own)
                            .map(record -> Violation.of(
                                    "household.member.other", Repeated.name(member.name()), named(record))))
                    .ifPresent(why -> found.add(new Problem(
                            member.row().number(), member.name(), "", Problem.Severity.REJECTED, why, number)));
        }
        return found;
    }

    /** Returns the other household of which a number is a member. */
    private Optional<ArchiveRecord> other(String number, Optional<UUID> own) {
        return digits(number)
                .map(digits -> households().get(digits))
                .filter(id -> !own.equals(Optional.of(id)))
                .flatMap(store::find);
    }

    private Map<Long, UUID> households() {
        if (households == null) {
            var found = new HashMap<Long, UUID>();
            store.each(template.id(), "", record -> {
                for (var row : record.content().rows(members.group())) {
                    digits(record.content().text(Paths.of(members.group(), row, MemberGroup.NUMBER)))
                            .ifPresent(digits -> found.putIfAbsent(digits, record.id()));
                }
            });
            households = found;
        }
        return households;
    }

    private static Optional<Long> digits(String number) {
        return number.length() == DIGITS + 1 && number.chars().limit(DIGITS).allMatch(c -> c >= '0' && c <= '9')
                ? Optional.of(Long.parseLong(number.substring(0, DIGITS)))
                : Optional.empty();
    }

    private String named(ArchiveRecord record) {
        return record.content().text(template.subjectPaths().name()) + place(record.region());
    }

    private String place(String region) {
        return region.isEmpty() ? "" : "（" + divisions.fullPath(DivisionCode.of(region)) + "）";
    }
}
