package xindang.model.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Draft;

/**
 * Iterates over the drafts of the subjects of an import: admits or rejects each subject, and writes its draft. Reads the
 * sheets on demand. A first import saves one subject before it reads the next.
 */
final class IntakeDrafts implements Iterator<Draft> {
    private static final int CHUNK = 250;

    private final Iterator<SheetRun> sheets;
    private final Admission admission;
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
    IntakeDrafts(
            List<SheetRun> sheets,
            Admission admission,
            IntakeOptions options,
            Function<List<String>, Map<String, ArchiveStore.Known>> find,
            Runnable atEnd) {
        this.sheets = sheets.iterator();
        this.admission = admission;
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
            draft(read, Optional.ofNullable(known.get(read.number())), from).ifPresent(ready::add);
        }
    }

    /** Returns whether a subject can be accepted, by its rows alone. */
    private boolean isCandidate(RowReader.Read read, SheetReport report) {
        var rejections = new ArrayList<>(read.rejections());
        var keep = options.unverified() == IntakeOptions.Unverified.KEEP;
        read.numberProblem().filter(problem -> !keep).ifPresent(rejections::add);
        if (rejections.isEmpty()) {
            seen.repeated(read).ifPresent(rejections::add);
        }
        if (!rejections.isEmpty()) {
            report.reject(read.rows(), rejections);
        }
        return rejections.isEmpty();
    }

    /**
     * Returns the draft of a subject; empty when it changes nothing, or names another person for a number of the
     * archive.
     */
    private Optional<Draft> draft(RowReader.Read read, Optional<ArchiveStore.Known> there, SheetRun from) {
        var refusal = admission.refusal(read, there, from.writer());
        if (refusal.isPresent()) {
            from.report().reject(read.rows(), List.of(read.onNumber(refusal.get())));
            return Optional.empty();
        }
        var written = from.writer().write(read, there);
        from.report().accept(read.rows(), written.warnings());
        return written.draft();
    }

    private Map<String, ArchiveStore.Known> known(List<RowReader.Read> candidates) {
        return find.apply(candidates.stream()
                .filter(read -> read.numberProblem().isEmpty())
                .map(RowReader.Read::number)
                .toList());
    }
}
