package xindang.model.intake;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import xindang.model.common.Progress;
import xindang.model.common.Violation;

/** Iterates over the rows of a table that are subjects, and reports all others. */
final class SubjectRows implements Iterator<SheetRow> {
    private static final int PROGRESS_ROWS = 200;
    private static final int MOST_GAP = 1000;

    private final Iterator<SheetRow> rows;
    private final RowKinds kinds;
    private final SheetReport report;
    private final Progress progress;
    private final int size;
    /** The last total of the sheet. Totals before it are those of a village, a page or a group. */
    private final int lastTotal;

    private int last;
    private boolean begun;
    private boolean ended;
    private @Nullable SheetRow next;

    SubjectRows(Table table, List<Column> columns, SheetReport report, Progress progress) {
        this.rows = table.rows().iterator();
        this.kinds = new RowKinds(columns);
        this.report = report;
        this.progress = progress;
        size = table.sheet().rows().size();
        last = table.headings().number();
        lastTotal = kinds.lastTotal(table.rows());
    }

    @Override
    public boolean hasNext() {
        while (next == null && rows.hasNext()) {
            next = subject(rows.next());
        }
        return next != null;
    }

    @Override
    public SheetRow next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        var row = next;
        next = null;
        return row;
    }

    private @Nullable SheetRow subject(SheetRow row) {
        gap(row.number());
        last = row.number();
        if (row.number() % PROGRESS_ROWS == 0) {
            progress.check();
            progress.at("intake.check", row.number(), size);
        }
        var non = kinds.nonRow(row);
        if (non.isPresent()) {
            report.nonRow(non.get());
            // a total above all rows ends nothing
            ended |= begun && row.number() == lastTotal;
        } else if (kinds.isUnfilled(row)) {
            report.nonRow(row.number(), ended ? NonRow.Kind.FOOTER : NonRow.Kind.BLANK, kinds.firstText(row));
        } else if (ended) {
            report.reject(List.of(row), List.of(afterTotal(row)));
        } else {
            begun = true;
            return row;
        }
        return null;
    }

    /** Rows that the file does not store are blank rows for a person who reads the sheet. */
    private void gap(int here) {
        if (here - last <= MOST_GAP) {
            for (var number = last + 1; number < here; number++) {
                report.gap(number);
            }
        }
    }

    private static Problem afterTotal(SheetRow row) {
        return new Problem(row.number(), "", "", Problem.Severity.REJECTED, Violation.of("intake.row.afterTotal"), "");
    }
}
