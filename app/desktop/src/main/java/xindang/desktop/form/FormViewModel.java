package xindang.desktop.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Tasks;
import xindang.model.archive.Content;
import xindang.model.archive.Durability;
import xindang.model.archive.Unsaved;
import xindang.model.common.Violation;
import xindang.model.keeping.Departure;
import xindang.model.keeping.Drafts;
import xindang.model.law.Consents;
import xindang.model.law.Gate;
import xindang.model.law.Past;
import xindang.model.law.SureDay;
import xindang.model.template.Block;
import xindang.model.template.Completeness;
import xindang.model.template.Template;
import xindang.model.value.DivisionCode;

/**
 * A record during editing. Each field is saved when the focus leaves it. A refused text stays on the screen with the
 * reason. It is stored as an unsaved text if the law allows it.
 */
public final class FormViewModel {
    /** The shown section. */
    final StringProperty section = new SimpleStringProperty("");

    /** The open consent act. */
    final ConsentActForm acts;

    private final Desk desk;
    private final Office office;
    private final Drafts drafts;
    private final UUID id;
    private final Template template;
    private final String region;
    private final Saver saver;
    private final Tasks.Lane saving;
    private final Tasks.Lane reading;
    private final FormTexts texts;
    private final DraftKeeper keeper;
    private final ReadOnlyObjectWrapper<SaveState> state = new ReadOnlyObjectWrapper<>(SaveState.NEW);
    private final ObjectProperty<Map<String, Violation>> wrong = new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<Map<String, Violation>> odd = new SimpleObjectProperty<>(Map.of());
    private final ObservableList<HistoryLine> history = FXCollections.observableArrayList();
    private boolean exists;
    /** The day of the archive at its last read. It is read only in the background. */
    private SureDay day;
    /** The errors of the newest save. */
    private Map<String, Violation> refused = Map.of();
    /** The texts that the law forbids to store. */
    private Map<String, Violation> unlawful = Map.of();

    private FormViewModel(
            Desk desk, Office office, Drafts drafts, UUID id, Template template, String region, Content content) {
        this.desk = desk;
        this.office = office;
        this.drafts = drafts;
        this.id = id;
        this.template = template;
        this.region = region;
        texts = new FormTexts(content, this::typed);
        exists = !content.isEmpty();
        saver = new Saver(office, id, template.id(), exists);
        day = saver.day();
        saving = desk.tasks().inOrder("save");
        reading = desk.tasks().latest("history");
        keeper = new DraftKeeper(desk, drafts, texts, saver::draft, this::unlawful);
        section.set(FormTexts.firstSection(template));
        acts = new ConsentActForm(
                section,
                (kind, row, answer) -> saving.run(
                        progress -> saver.consent(kind, row),
                        written -> {
                            written.now().ifPresent(now -> changed(written));
                            answer.accept(Optional.of(written));
                        },
                        problem -> {
                            desk.dialogs().failed(problem);
                            answer.accept(Optional.empty());
                        }));
    }

    /**
     * Opens a record. The query log records it.
     *
     * @param ready receives the form on the screen thread
     */
    static void open(Desk desk, Office office, Drafts drafts, UUID id, Consumer<FormViewModel> ready) {
        desk.tasks()
                .start(
                        "open",
                        progress -> {
                            var record = office.archives()
                                    .view(id, desk.text().of("form.purpose"), office.user())
                                    .get();
                            var template = office.templates().get(record.template());
                            var form = new FormViewModel(
                                    desk, office, drafts, id, template, record.region(), record.content());
                            form.state.set(new SaveState(
                                    0, 0, Optional.of(Durability.LOCAL), Optional.of(record.updatedAt())));
                            form.odd.set(form.saver.odd(record));
                            return new Opened(form, drafts.read(form.saver.draft()));
                        },
                        opened -> {
                            opened.form().restore(opened.draft());
                            opened.form().readHistory();
                            ready.accept(opened.form());
                        },
                        desk.dialogs()::failed);
    }

    /**
     * Starts a new record, or continues an unfinished one of its type. It exists once it has a name and a number.
     *
     * @param ready receives the form on the screen thread
     */
    static void begin(
            Desk desk, Office office, Drafts drafts, String type, String region, Consumer<FormViewModel> ready) {
        desk.tasks()
                .start(
                        "begin",
                        progress -> {
                            var form = new FormViewModel(
                                    desk,
                                    office,
                                    drafts,
                                    office.ids().next(),
                                    office.templates().get(type),
                                    DivisionCode.of(region).padded(),
                                    Content.EMPTY);
                            return new Opened(form, drafts.read(form.saver.draft()));
                        },
                        opened -> {
                            opened.form().texts.presetVillage(opened.form().template, opened.form().region);
                            opened.form().restore(opened.draft());
                            if (!opened.draft().isEmpty()) {
                                desk.dialogs().showNotice(desk.text().of("form.goOn"));
                            }
                            ready.accept(opened.form());
                        },
                        desk.dialogs()::failed);
    }

    private record Opened(FormViewModel form, Unsaved draft) {}

    Template template() {
        return template;
    }

    UUID id() {
        return id;
    }

    String region() {
        return region;
    }

    boolean exists() {
        return exists;
    }

    ReadOnlyObjectProperty<Content> contentProperty() {
        return texts.keptProperty();
    }

    ReadOnlyObjectProperty<SaveState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The errors by path. */
    ObjectProperty<Map<String, Violation>> wrongProperty() {
        return wrong;
    }

    ObjectProperty<Map<String, Violation>> oddProperty() {
        return odd;
    }

    ObservableList<HistoryLine> history() {
        return history;
    }

    /** Returns the text that a field shows: the typed text, or the saved one. */
    StringProperty value(String path) {
        return texts.value(path);
    }

    private void typed() {
        keeper.typed();
        showWaiting();
    }

    /** Returns the typed text, or the saved one, for conditions. */
    String now(String path) {
        return texts.now(path);
    }

    Completeness.Share share(Block block) {
        return Completeness.of(block, texts.kept());
    }

    int percent() {
        return Completeness.of(template, texts.kept()).percent();
    }

    Consents consents() {
        return Gate.consents(template, texts.kept(), today());
    }

    /** Returns the day of the archive at its last read or save. */
    SureDay day() {
        return day;
    }

    LocalDate today() {
        return day.hides();
    }

    /** Saves the field if its text changed. Call it when the focus leaves the field. */
    void leave(String path) {
        var typed = value(path).get();
        if (!typed.equals(texts.textWhenLeft(path))) {
            texts.leave(path, typed);
            save();
        }
    }

    /** Saves all waiting texts now. */
    void save() {
        var sent = texts.unsaved();
        if (sent.isEmpty()) {
            return;
        }
        keeper.saveBegins();
        saving.run(
                progress -> saver.save(drafts, region, sent),
                result -> {
                    written(result);
                    keeper.saveEnded();
                },
                problem -> {
                    keeper.saveFailed();
                    desk.dialogs().failed(problem);
                });
    }

    /** Shows the texts that the law forbids to store, with the reason. */
    private void unlawful(Map<String, Violation> now) {
        unlawful = now;
        showWrong();
        showWaiting();
    }

    private void showWrong() {
        var all = new TreeMap<>(unlawful);
        all.putAll(refused);
        if (!all.equals(wrong.get())) {
            wrong.set(all);
        }
    }

    /** Returns all current texts that may be shown, by path. */
    Map<String, String> all() {
        var all = texts.all();
        var past = past();
        all.keySet().removeIf(path -> past.closes(path).isPresent());
        return all;
    }

    private Past past() {
        return Gate.past(template, texts.kept(), List.of(), today());
    }

    /** Copies the value of the previous record, except name, number and phone of the subject. */
    void same(String path, LastArchive.Entry before) {
        var own = template.subjectPaths();
        if (path.equals(own.name())
                || path.equals(own.number())
                || own.phone().filter(path::equals).isPresent()) {
            return;
        }
        var text = before.text(path, this::rows);
        if (!text.isEmpty()) {
            value(path).set(text);
        }
    }

    /** Removes a row of a group. */
    void removeRow(String group, String row) {
        var deleted = texts.removeRow(group, row);
        if (!deleted.isEmpty()) {
            deleteValues(deleted);
        }
        keeper.again();
        showWaiting();
    }

    /** Deletes saved values. Each path has an empty text. */
    void deleteValues(Map<String, String> deleted) {
        saving.run(progress -> saver.write(region, deleted), this::changed, desk.dialogs()::failed);
    }

    /** Returns the row keys of a group, saved and new ones, without rows that have expired. */
    List<String> rows(String group) {
        var past = past();
        return texts.rows(group).stream()
                .filter(row -> !past.hasEnded(group, row))
                .toList();
    }

    /** Returns a key for a new row. It sorts after all others. */
    String newRow() {
        return "r" + office.ids().next().toString().replace("-", "").substring(4, 20);
    }

    /** Returns the new place if the subject moved out. The record is then read-only here. */
    Optional<String> movedTo() {
        return office.movedTo(template, texts.kept());
    }

    /** Moves the subject out. */
    void move(Departure departure) {
        saving.run(progress -> saver.move(departure), this::changed, desk.dialogs()::failed);
    }

    void readHistory() {
        if (exists) {
            var now = texts.kept();
            reading.run(
                    progress -> HistoryReader.read(office, desk, template, id, now),
                    this::showHistory,
                    desk.dialogs()::failed);
        }
    }

    /** Shows the history. The newest change determines the durability. */
    void showHistory(List<HistoryLine> lines) {
        history.setAll(lines);
        lines.stream().findFirst().ifPresent(newest -> state.set(state.get().saved(newest.durability())));
    }

    private void changed(Saver.Written written) {
        written(written);
        keeper.again();
    }

    private void written(Saver.Written written) {
        day = written.day();
        written.now().ifPresent(now -> {
            exists = true;
            texts.keep(now, written.taken(), written.back());
        });
        refused = written.wrong();
        showWrong();
        odd.set(written.odd());
        written.outcome()
                .value()
                .ifPresent(receipt -> state.set(new SaveState(
                        texts.waiting(), 0, Optional.of(receipt.durability()), Optional.of(receipt.savedAt()))));
        showWaiting();
        readHistory();
    }

    private void showWaiting() {
        state.set(state.get().waiting(texts.notKept().all().size(), unlawful.size()));
    }

    /** Restores unsaved texts. Saves the waiting texts again, to show their errors. */
    private void restore(Unsaved draft) {
        draft.left().forEach(texts::preset);
        showWaiting();
        if (!draft.left().isEmpty()) {
            save();
        }
        draft.typing().forEach((path, typed) -> value(path).set(typed));
        showWaiting();
    }
}
