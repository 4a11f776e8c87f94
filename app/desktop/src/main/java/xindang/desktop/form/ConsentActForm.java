package xindang.desktop.form;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import xindang.model.law.ConsentRow;

/** The act on consents that somebody records in a form. */
final class ConsentActForm {
    private final StringProperty section;
    private final Recording recording;
    private final ReadOnlyObjectWrapper<Optional<ConsentAct>> now = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Writes an act away from the screen. */
    interface Recording {
        /** @param answer gets what came of it, or nothing when the disk failed */
        void record(String kind, Map<String, String> row, Consumer<Optional<Saver.Written>> answer);
    }

    /** @param section of the form that is shown */
    ConsentActForm(StringProperty section, Recording recording) {
        this.section = section;
        this.recording = recording;
    }

    /** The act that was begun. */
    ReadOnlyObjectProperty<Optional<ConsentAct>> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** Goes to where consents are recorded and begins an act. */
    void begin(ConsentAct act) {
        section.set(ConsentRow.BLOCK);
        now.set(Optional.of(act));
    }

    void end() {
        now.set(Optional.empty());
    }

    /**
     * Records an act.
     *
     * @param kind code of table consent-kind
     * @param row values by field of a consent row
     * @param answer gets what came of it, or nothing when the disk failed
     */
    void record(String kind, Map<String, String> row, Consumer<Optional<Saver.Written>> answer) {
        recording.record(kind, row, answer);
    }
}
