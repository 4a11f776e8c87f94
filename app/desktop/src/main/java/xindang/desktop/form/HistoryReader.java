package xindang.desktop.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import xindang.desktop.ui.Formats;
import xindang.desktop.ui.Office;
import xindang.model.archive.Change;
import xindang.model.archive.Durability;
import xindang.model.archive.FieldChange;
import xindang.model.template.Field;
import xindang.model.template.Template;

/** Puts the changes of a record into words, newest first. */
final class HistoryReader {
    /** A first save has dozens of values; the count of the others is enough. */
    private static final int SHOWN = 3;

    private final Office office;
    private final Formats formats;
    private final Template template;

    HistoryReader(Office office, Formats formats, Template template) {
        this.office = office;
        this.formats = formats;
        this.template = template;
    }

    List<HistoryLine> lines(List<Change> changes) {
        var lines = new ArrayList<HistoryLine>();
        for (var change : changes) {
            lines.add(line(change));
        }
        Collections.reverse(lines);
        return lines;
    }

    private HistoryLine line(Change change) {
        var steps = change.fields().stream().limit(SHOWN).map(this::step).toList();
        return new HistoryLine(
                formats.moment(change.at()),
                change.user(),
                change.origin(),
                steps,
                change.fields().size() - steps.size(),
                change.position().isPresent() ? Durability.SETTLED : Durability.LOCAL);
    }

    private HistoryLine.Step step(FieldChange change) {
        var shown = office.shown(template);
        var label = template.field(change.path()).map(Field::label).orElse(change.path());
        return new HistoryLine.Step(
                label,
                change.before().map(value -> shown.show(change.path(), value)).orElse(""),
                change.after().map(value -> shown.show(change.path(), value)).orElse(""));
    }
}
