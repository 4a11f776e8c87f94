package xindang.desktop.intake;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import xindang.model.intake.IntakeResult;
import xindang.model.intake.Problem;

/** The problems of an import with a filter and pages. */
final class ProblemList {
    /** Rows on a page with a height of 800 px, before the screen size is known. */
    private static final int USUAL = 11;

    /** The shown severity. */
    enum Filter {
        ALL,
        REJECTED,
        WARNED
    }

    final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);

    private final ObservableList<ProblemLine> shown = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private int size = USUAL;
    private List<ProblemLine> all = List.of();
    private List<ProblemLine> fitting = List.of();

    ProblemList() {
        filter.addListener((o, before, now) -> show());
    }

    void set(List<ProblemLine> lines) {
        all = List.copyOf(lines);
        var before = page.get();
        show();
        while (page.get() < before && hasNext()) {
            next();
        }
    }

    ObservableList<ProblemLine> shown() {
        return shown;
    }

    /** Returns the index of the page, from 0. */
    ReadOnlyIntegerProperty pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** Returns the number of problems that match the filter. */
    ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /** Returns the number of file rows that have problems of a filter. */
    long rows(Filter wanted) {
        return all.stream()
                .filter(line -> fits(line, wanted))
                .map(ProblemLine::row)
                .distinct()
                .count();
    }

    /**
     * Returns the problems that one correction mends: the same text in the same column with the same reason, the given
     * one included. A masked number belongs to one person and an empty cell says nothing, so each of them is alone.
     */
    List<ProblemLine> like(IntakeResult shown, ProblemLine line) {
        var written = Corrections.written(shown, line);
        if (line.isMasked() || line.value().isEmpty() || written.isEmpty()) {
            return List.of(line);
        }
        return all.stream()
                .filter(other -> !other.isMasked()
                        && other.column().equals(line.column())
                        && other.value().equals(line.value())
                        && other.reason().equals(line.reason())
                        && Corrections.written(shown, other).equals(written))
                .toList();
    }

    /** Sets the number of lines on a page. */
    void fit(int lines) {
        var wanted = Math.max(1, lines);
        if (wanted == size) {
            return;
        }
        var first = page.get() * size;
        size = wanted;
        page.set(first / size);
        cut();
    }

    /** Returns the position of the first shown problem, from 1; 0 if there is none. */
    int first() {
        return shown.isEmpty() ? 0 : page.get() * size + 1;
    }

    int last() {
        return page.get() * size + shown.size();
    }

    boolean hasNext() {
        return (page.get() + 1) * size < fitting.size();
    }

    void next() {
        if (hasNext()) {
            page.set(page.get() + 1);
            cut();
        }
    }

    void previous() {
        if (page.get() > 0) {
            page.set(page.get() - 1);
            cut();
        }
    }

    private void show() {
        fitting = all.stream().filter(line -> fits(line, filter.get())).toList();
        page.set(0);
        cut();
        total.set(fitting.size());
    }

    private void cut() {
        var from = page.get() * size;
        shown.setAll(fitting.subList(from, Math.min(from + size, fitting.size())));
    }

    private static boolean fits(ProblemLine line, Filter wanted) {
        return switch (wanted) {
            case ALL -> true;
            case REJECTED -> line.severity() == Problem.Severity.REJECTED;
            case WARNED -> line.severity() != Problem.Severity.REJECTED;
        };
    }
}
