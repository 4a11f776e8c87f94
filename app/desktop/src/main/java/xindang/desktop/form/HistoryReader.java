package xindang.desktop.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import xindang.desktop.office.LawfulText;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Desk;
import xindang.model.archive.Change;
import xindang.model.archive.Content;
import xindang.model.archive.Durability;
import xindang.model.archive.FieldChange;
import xindang.model.law.Due;
import xindang.model.law.Gate;
import xindang.model.law.Past;
import xindang.model.template.Field;
import xindang.model.template.Template;

/** Converts the changes of a record into texts, newest first. */
final class HistoryReader {
    /** The number of values shown for a change. The others are only counted. */
    private static final int SHOWN = 3;

    private final Office office;
    private final Desk desk;
    private final Template template;
    private final Past past;

    /** Returns the history as the law allows it today. A value may be hidden now although it was lawful earlier. */
    static List<HistoryLine> read(Office office, Desk desk, Template template, UUID id, Content now) {
        var changes = office.store().history(id);
        var past = Gate.past(template, now, changes, office.archives().day().hides());
        return new HistoryReader(office, desk, template, past).lines(changes);
    }

    private HistoryReader(Office office, Desk desk, Template template, Past past) {
        this.office = office;
        this.desk = desk;
        this.template = template;
        this.past = past;
    }

    private List<HistoryLine> lines(List<Change> changes) {
        var lines = new ArrayList<HistoryLine>();
        for (var change : changes) {
            lines.add(line(change, lines.isEmpty()));
        }
        Collections.reverse(lines);
        return lines;
    }

    private HistoryLine line(Change change, boolean opens) {
        var headline = headline(change, opens);
        var steps = change.changed().stream()
                .limit(headline.isEmpty() ? SHOWN : 0)
                .map(this::step)
                .toList();
        return new HistoryLine(
                desk.formats().moment(change.at()),
                change.user(),
                headline,
                steps,
                headline.isEmpty() ? change.changed().size() - steps.size() : 0,
                change.position().isPresent() ? Durability.SETTLED : Durability.LOCAL);
    }

    /** Returns a summary for the first change and for a deletion by retention, otherwise an empty text. */
    private String headline(Change change, boolean opens) {
        if (opens) {
            return desk.text().of("form.history.opened", change.changed().size());
        }
        return change.origin().equals(Due.ORIGIN) && !change.changed().isEmpty()
                ? desk.text().of("form.history.retention", change.changed().size())
                : "";
    }

    private HistoryLine.Step step(FieldChange change) {
        var label = template.field(change.path()).map(Field::label).orElse(change.path());
        return new HistoryLine.Step(label, words(change.path(), change.before()), words(change.path(), change.after()));
    }

    private String words(String path, Optional<String> value) {
        return value.map(text -> past.closes(path, text)
                        .map(why -> LawfulText.instead(desk.text(), why))
                        .orElseGet(() -> office.shown(template).shortened(path, text)))
                .orElse("");
    }
}
