package xindang.model.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Draft;
import xindang.model.common.Violation;

/**
 * Iterates over the drafts of the subjects of an import: admits or rejects each subject, and writes its draft. Reads the
 * sheets on demand. A first import saves one subject before it reads the next.
 */
final class SubjectDrafts implements Iterator<Draft> {
    private static final int CHUNK = 250;

    private final Iterator<SheetRun> sheets;
    private final Admission admission;
    private final Optional<Belonging> belonging;
    private final IntakeOptions options;
    private final Function<List<String>, Map<String, ArchiveStore.Known>> find;
    private final Runnable atEnd;
    private final SeenNumbers seen = new SeenNumbers();
    private final Deque<Draft> ready = new ArrayDeque<>();
    private @Nullable SheetRun sheet;

    /**
     * @param find returns the records that have some numbers, by number
     * @param atEnd runs when all rows were checked
     */
    SubjectDrafts(
            List<SheetRun> sheets,
            Admission admission,
            Optional<Belonging> belonging,
            IntakeOptions options,
            Function<List<String>, Map<String, ArchiveStore.Known>> find,
            Runnable atEnd) {
        this.sheets = sheets.iterator();
        this.admission = admission;
        this.belonging = belonging;
        this.options = options;
        this.find = find;
        this.atEnd = atEnd;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty()) {
            var from = sheet();
            if (from.isEmpty()) {
                atEnd.run();
                return false;
            }
            write(from.get());
        }
        return true;
    }

    /** Returns the sheet that has unread subjects. */
    private Optional<SheetRun> sheet() {
        while (sheet == null || !sheet.reads().hasNext()) {
            if (!sheets.hasNext()) {
                return Optional.empty();
            }
            sheet = sheets.next();
            seen.begin(sheet.report().sheet());
        }
        return Optional.of(sheet);
    }

    @Override
    public Draft next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void write(SheetRun from) {
        var candidates = new ArrayList<RowReader.Read>();
        while (candidates.size() < CHUNK && from.reads().hasNext()) {
            var read = from.reads().next();
            if (isCandidate(read, from.report())) {
                candidates.add(read);
            }
        }
        var known = from.writer().isFirst() ? Map.<String, ArchiveStore.Known>of() : known(candidates);
        for (var read : candidates) {
            draft(read, known, from).ifPresent(ready::add);
        }
    }

    /** Returns whether a subject can be accepted, by its rows alone. */
    private boolean isCandidate(RowReader.Read read, SheetReport report) {
        var rejections = new ArrayList<>(read.rejections());
        if (options.membersOnly() && read.numberProblem().isPresent()) {
            // no household of the archive can be found by such a number
            report.reject(read.rows(), ofUnknown(read));
            return false;
        }
        var keep = options.unverified() == IntakeOptions.Unverified.KEEP;
        read.numberProblem().filter(problem -> !keep).ifPresent(rejections::add);
        rejections.addAll(report.returned(read.rows()));
        if (rejections.isEmpty()) {
            rejections.addAll(seen.repeated(read));
        }
        if (!rejections.isEmpty()) {
            report.reject(read.rows(), read.household().explained(rejections));
        }
        return rejections.isEmpty();
    }

    /**
     * Returns the draft of a subject; empty when it changes nothing, or names another person for a number of the
     * archive.
     */
    private Optional<Draft> draft(RowReader.Read read, Map<String, ArchiveStore.Known> known, SheetRun from) {
        var there = Optional.ofNullable(known.get(read.number()));
        var refusals = refusals(read, there, known, from.writer());
        if (!refusals.isEmpty()) {
            from.report().reject(read.rows(), read.household().explained(refusals));
            return Optional.empty();
        }
        var written = from.writer().write(read, there);
        from.report().accept(read.household(), !options.membersOnly(), written.warnings());
        return written.draft();
    }

    private List<Problem> refusals(
            RowReader.Read read,
            Optional<ArchiveStore.Known> there,
            Map<String, ArchiveStore.Known> known,
            RowWriter writer) {
        if (!admission.isShown(there) && isOfUnknown(read)) {
            return ofUnknown(read);
        }
        var refusal = admission.refusal(read, there, writer).map(read::onNumber);
        // a head who has an archive stays its head, so no other household is looked for
        var isUpdate = admission.isShown(there) && read.household().members().isEmpty();
        if (refusal.isPresent() || writer.isFirst() || isUpdate) {
            return refusal.stream().toList();
        }
        return belonging.map(found -> found.problems(read, there, known)).orElse(List.of());
    }

    private static List<Problem> ofUnknown(RowReader.Read read) {
        return read.rows().stream()
                .map(row -> new Problem(
                        row.number(),
                        read.name(),
                        read.numberHeading(),
                        Problem.Severity.REJECTED,
                        Violation.of("member.household.unknown"),
                        read.number()))
                .toList();
    }

    /** Returns whether the rows are members of a household that must exist. */
    private boolean isOfUnknown(RowReader.Read read) {
        return options.membersOnly()
                || (!read.household().hasHead() && (read.name().isEmpty() || admission.isNowhere(read)));
    }

    private Map<String, ArchiveStore.Known> known(List<RowReader.Read> candidates) {
        var known = new HashMap<>(
                find.apply(candidates.stream().flatMap(SubjectDrafts::numbers).toList()));
        admission.undone(candidates).forEach(known::putIfAbsent);
        return known;
    }

    private static Stream<String> numbers(RowReader.Read read) {
        return Stream.concat(
                Stream.of(read.number()).filter(number -> read.numberProblem().isEmpty()),
                read.household().members().stream()
                        .map(member -> member.value(MemberGroup.NUMBER))
                        .filter(number -> !number.isEmpty()));
    }
}
