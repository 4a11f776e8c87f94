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
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Office;
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
import xindang.model.template.Block;
import xindang.model.template.Completeness;
import xindang.model.template.Template;
import xindang.model.value.DivisionCode;

/**
 * An archive while somebody works on it. Each field saves when it is left; what cannot be saved stays as it was typed,
 * says why, and is kept as a draft as far as the law allows.
 */
public final class FormViewModel {
    /** The section that is shown. */
    final StringProperty section = new SimpleStringProperty("");

    /** What somebody records about consents. */
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
    /** What the newest save refused. */
    private Map<String, Violation> refused = Map.of();
    /** What may not even be kept as a draft. */
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
        saver = new Saver(office, id, template.id());
        saving = desk.tasks().inOrder("save");
        reading = desk.tasks().latest("history");
        keeper = new DraftKeeper(desk, drafts, texts, () -> draft(saver.exists()), this::unlawful);
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
     * Opens an archive, which is written into the query log.
     *
     * @param ready gets the form on the screen thread
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
                            return new Opened(form, drafts.read(form.draft(form.exists)));
                        },
                        opened -> {
                            opened.form().takeBack(opened.draft());
                            opened.form().readHistory();
                            ready.accept(opened.form());
                        },
                        desk.dialogs()::failed);
    }

    /**
     * Begins an archive, or goes on with the one of its kind that was left unfinished; it exists once it has a name and a
     * number.
     *
     * @param ready gets the form on the screen thread
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
                            return new Opened(form, drafts.read(form.draft(form.exists)));
                        },
                        opened -> {
                            opened.form().texts.presetVillage(opened.form().template, opened.form().region);
                            opened.form().takeBack(opened.draft());
                            if (!opened.draft().isEmpty()) {
                                desk.dialogs().said(desk.text().of("form.goOn"));
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

    /** What is wrong, by path. */
    ObjectProperty<Map<String, Violation>> wrongProperty() {
        return wrong;
    }

    ObjectProperty<Map<String, Violation>> oddProperty() {
        return odd;
    }

    ObservableList<HistoryLine> history() {
        return history;
    }

    /** What a field shows: what was typed, or what is kept. */
    StringProperty value(String path) {
        return texts.value(path);
    }

    private void typed() {
        keeper.typed();
        showWaiting();
    }

    /** What is kept or typed now, for conditions. */
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

    LocalDate today() {
        return office.archives().day().hides();
    }

    /** The field was left: saves what changed. */
    void leave(String path) {
        var typed = value(path).get();
        if (!typed.equals(texts.left(path))) {
            texts.leave(path, typed);
            save();
        }
    }

    /** Saves all that waits, now. */
    void save() {
        var sent = texts.unsaved();
        if (sent.isEmpty()) {
            return;
        }
        keeper.saveBegins();
        saving.run(
                progress -> {
                    // Asked here and not before: a save that was ordered earlier may have made the archive by now.
                    var draft = draft(saver.exists());
                    var result = saver.write(region, sent);
                    var left = new TreeMap<>(sent);
                    left.putAll(result.back());
                    left.keySet().removeAll(result.taken().keySet());
                    drafts.keep(draft, new Unsaved(left, Map.of()));
                    return result;
                },
                result -> {
                    written(result);
                    keeper.saveEnded();
                },
                problem -> {
                    keeper.saveFailed();
                    desk.dialogs().failed(problem);
                });
    }

    /** What may not be kept as a draft stays on the screen and says why. */
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

    /** Where the draft lies. */
    private String draft(boolean made) {
        return made ? id.toString() : Drafts.ofNew(template.id());
    }

    /** What stands here now, kept or typed, by path, as far as it may be shown. */
    Map<String, String> all() {
        var all = texts.all();
        var past = past();
        all.keySet().removeIf(path -> past.closes(path).isPresent());
        return all;
    }

    private Past past() {
        return Gate.past(template, texts.kept(), List.of(), today());
    }

    /** Takes the value that the archive before had here, unless it tells one subject from another. */
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

    /** Takes a row of a group away. */
    void removeRow(String group, String row) {
        var gone = texts.removeRow(group, row);
        if (!gone.isEmpty()) {
            erase(gone);
        }
        keeper.again();
        showWaiting();
    }

    /** Takes values away, given as empty texts by path. */
    void erase(Map<String, String> gone) {
        saving.run(progress -> saver.write(region, gone), this::changed, desk.dialogs()::failed);
    }

    /** Rows of a group: those kept and those begun, but none whose term has ended since. */
    List<String> rows(String group) {
        var past = past();
        return texts.rows(group).stream()
                .filter(row -> !past.hasEnded(group, row))
                .toList();
    }

    /** A key for a new row, after all others. */
    String newRow() {
        return "r" + office.ids().next().toString().replace("-", "").substring(4, 20);
    }

    /** Where the subject moved, out of the archive: then nothing of it is changed here. */
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
                    this::tell,
                    desk.dialogs()::failed);
        }
    }

    /** The newest change says how safe the archive is. */
    void tell(List<HistoryLine> lines) {
        history.setAll(lines);
        lines.stream().findFirst().ifPresent(newest -> state.set(state.get().saved(newest.durability())));
    }

    private void changed(Saver.Written written) {
        written(written);
        keeper.again();
    }

    private void written(Saver.Written written) {
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

    /** What was refused is tried again and says why; what was never left only stands there again. */
    private void takeBack(Unsaved draft) {
        draft.left().forEach(texts::preset);
        showWaiting();
        if (!draft.left().isEmpty()) {
            save();
        }
        draft.typing().forEach((path, typed) -> value(path).set(typed));
        showWaiting();
    }
}
