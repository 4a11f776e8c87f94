package xindang.desktop.form;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import xindang.model.law.ConsentRow;

/** The consent act that is open in a form, if any. */
final class ConsentActForm {
    private final StringProperty section;
    private final Recording recording;
    private final ReadOnlyObjectWrapper<Optional<ConsentAct>> now = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Writes an act in the background. */
    interface Recording {
        /**
         * Writes an act.
         *
         * @param answer receives the result, or empty after a disk failure
         */
        void record(String kind, Map<String, String> row, Consumer<Optional<Saver.Written>> answer);
    }

    /**
     * Creates it for a form.
     *
     * @param section the shown section of the form
     */
    ConsentActForm(StringProperty section, Recording recording) {
        this.section = section;
        this.recording = recording;
    }

    /** Returns the open act. */
    ReadOnlyObjectProperty<Optional<ConsentAct>> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** Shows the section of consents and opens an act there. */
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
     * @param answer receives the result, or empty after a disk failure
     */
    void record(String kind, Map<String, String> row, Consumer<Optional<Saver.Written>> answer) {
        recording.record(kind, row, answer);
    }
}
