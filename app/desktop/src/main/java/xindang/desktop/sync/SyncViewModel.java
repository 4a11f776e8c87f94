package xindang.desktop.sync;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Running;
import xindang.desktop.ui.Tasks;
import xindang.desktop.ui.Watched;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.exchange.ExchangeStore;
import xindang.model.exchange.WithheldSummary;
import xindang.model.keeping.Naming;
import xindang.sync.SyncEngine;
import xindang.sync.SyncReport;

/** The state of the exchange page: counts of changes, a running exchange, and the conflicts. */
public final class SyncViewModel {
    public final StringProperty address = new SimpleStringProperty("");
    public final StringProperty code = new SimpleStringProperty("");

    final ObjectProperty<Optional<Contested>> chosen = new SimpleObjectProperty<>(Optional.empty());
    /** The decisions by conflict. At first it is empty. */
    final ObservableMap<UUID, Decision> decisions = FXCollections.observableHashMap();

    private final ObservableList<Contested> inbox = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
    private final ReadOnlyObjectWrapper<Optional<SyncReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Running>> running = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper online = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper contested = new ReadOnlyIntegerWrapper();

    private final ReadOnlyLongWrapper pending = new ReadOnlyLongWrapper();

    private Notices notices = Notices.NONE;

    /** The record whose numbers are shown unmasked. */
    private Optional<UUID> revealed = Optional.empty();

    private final Desk desk;
    private final Office office;
    private final SyncEngine engine;
    private final Tasks.Lane looking;

    SyncViewModel(Desk desk, Office office, SyncEngine engine) {
        this.desk = desk;
        this.office = office;
        this.engine = engine;
        looking = desk.tasks().latest("sync-state");
        chosen.addListener((o, before, now) -> {
            if (!before.map(Contested::record).equals(now.map(Contested::record))) {
                decisions.clear();
                mask();
            }
        });
    }

    /** The exchange state of this device. */
    record State(
            Optional<URI> platform, ExchangeStore.Counts counts, Optional<Instant> last, WithheldSummary withheld) {
        static final State NONE = new State(
                Optional.empty(),
                new ExchangeStore.Counts(0, 0, 0, 0),
                Optional.empty(),
                new WithheldSummary(0, List.of()));

        long saved() {
            return counts.waiting() + counts.settled();
        }
    }

    ObservableList<Contested> inbox() {
        return inbox;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Returns the report of the last exchange in this session. */
    ReadOnlyObjectProperty<Optional<SyncReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Returns a warning of the last exchange about the clock of this computer. */
    Optional<String> warning() {
        return report.get().flatMap(SyncReport::wrongClock).map(desk.text()::wrongClock);
    }

    ReadOnlyObjectProperty<Optional<Running>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Returns the text for the failure of the last attempt. */
    ReadOnlyObjectProperty<Optional<String>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Returns true during an exchange, an enrolment or the save of decisions. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Returns true if the platform answered at the last attempt. */
    public ReadOnlyBooleanProperty onlineProperty() {
        return online.getReadOnlyProperty();
    }

    /** Returns the number of records with conflicts. */
    public ReadOnlyIntegerProperty contestedProperty() {
        return contested.getReadOnlyProperty();
    }

    /** Returns the number of changes of this device that the platform has not confirmed. */
    public ReadOnlyLongProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    /** Reads the exchange state again. */
    public void refresh() {
        var whole = revealed;
        looking.run(
                progress -> new Seen(
                        new State(
                                engine.platform(),
                                office.exchange().counts(),
                                office.exchange().lastExchange(),
                                WithheldSummary.of(office.exchange().withheld(), office.templates())),
                        new ConflictReader(desk, office, whole).read()),
                this::show,
                desk.dialogs()::failed);
    }

    private record Seen(State state, List<Contested> inbox) {}

    private void show(Seen seen) {
        state.set(seen.state());
        pending.set(seen.state().counts().waiting());
        inbox.setAll(seen.inbox());
        contested.set(seen.inbox().size());
        var still = chosen.get().flatMap(old -> seen.inbox().stream()
                .filter(c -> c.record().equals(old.record()))
                .findFirst());
        chosen.set(still.or(() -> seen.inbox().stream().findFirst()));
    }

    /** Enrols this device at a platform. */
    void enrol() {
        if (address.get().isBlank() || code.get().isBlank()) {
            failure.set(Optional.of(desk.text().of("sync.enrol.missing")));
            return;
        }
        URI platform;
        try {
            platform = URI.create(address.get().strip());
        } catch (IllegalArgumentException e) {
            platform = URI.create("");
        }
        if (platform.getHost() == null) {
            failure.set(Optional.of(desk.text().of("sync.address.wrong")));
            return;
        }
        enrol(platform);
    }

    private void enrol(URI platform) {
        var secret = code.get().strip();
        start(
                "sync.enrol",
                progress -> {
                    engine.enrol(
                            platform,
                            secret,
                            office.region().digits(),
                            office.store().device());
                    return platform;
                },
                enrolled -> {
                    code.set("");
                    online.set(true);
                    desk.dialogs().showNotice(desk.text().of("sync.enrolled"));
                    refresh();
                });
    }

    private record Exchanged(SyncReport report, Notices notices) {}

    private Exchanged exchanged(SyncReport done) {
        var naming = new Naming(office.store(), office.templates());
        return new Exchanged(done, Notices.of(done, naming, desk.text()));
    }

    /** Returns the changes that the platform rejected or has not processed in this session, as texts. */
    Notices notices() {
        return notices;
    }

    /** Pushes waiting changes and pulls new ones. */
    void exchange() {
        start("sync", progress -> exchanged(engine.sync(new Watched(progress))), done -> {
            online.set(true);
            notices = done.notices();
            report.set(Optional.of(done.report()));
            refresh();
        });
    }

    void cancel() {
        running.get().ifPresent(Running::cancel);
    }

    void decide(Clash clash, Decision decision) {
        if (!busy.get()) {
            decisions.put(clash.id(), decision);
        }
    }

    /** Returns the number of undecided items of the chosen record. Locked items need no decision. */
    long undecided() {
        return chosen.get()
                .map(c -> c.clashes().stream()
                        .filter(clash -> clash.form() != Clash.Form.LOCKED && !isDecided(clash))
                        .count())
                .orElse(0L);
    }

    boolean isDecided(Clash clash) {
        var decision = decisions.get(clash.id());
        return decision != null && decision.complete();
    }

    /** Saves the decisions about the chosen record and chooses the next one. */
    void confirm() {
        if (chosen.get().isEmpty() || undecided() > 0) {
            return;
        }
        var record = chosen.get().get();
        start("sync.decide", progress -> resolve(record), refused -> {
            if (refused.isEmpty()) {
                desk.dialogs().showNotice(desk.text().of("sync.decided", record.name()));
                after(record).ifPresent(next -> chosen.set(Optional.of(next)));
            } else {
                failure.set(Optional.of(String.join(" ", refused)));
            }
            refresh();
        });
    }

    /** Returns the reasons for refused decisions. */
    private List<String> resolve(Contested record) {
        var refused = new ArrayList<String>();
        for (var clash : record.clashes()) {
            var decision = decisions.get(clash.id());
            if (decision != null) {
                office.archives()
                        .resolve(clash.id(), decision.resolution(clash), office.user())
                        .violations()
                        .forEach(finding ->
                                refused.add(clash.label() + "：" + desk.text().of(finding.violation())));
            }
        }
        return refused;
    }

    /** Shows the numbers of the chosen record unmasked. The query log records the purpose. */
    void reveal(String purpose) {
        chosen.get()
                .map(Contested::record)
                .ifPresent(record -> start(
                        "sync.reveal", progress -> office.archives().view(record, purpose, office.user()), viewed -> {
                            if (viewed.isDone()) {
                                revealed = Optional.of(record);
                                refresh();
                            } else {
                                failure.set(
                                        viewed.violations().stream().findFirst().map(finding -> desk.text()
                                                .of(finding.violation())));
                            }
                        }));
    }

    /** Masks the numbers again after another record is chosen or the page is left. */
    void mask() {
        if (revealed.isPresent()) {
            revealed = Optional.empty();
            refresh();
        }
    }

    /** Chooses the next record without a decision. */
    void postpone() {
        var next = chosen.get().flatMap(this::after);
        if (next.isPresent()) {
            chosen.set(next);
        } else {
            desk.navigator().back();
        }
    }

    /** Returns the next record, the first one after the last. Empty if there is only one. */
    private Optional<Contested> after(Contested record) {
        var at = inbox.indexOf(record);
        return inbox.size() < 2 ? Optional.empty() : Optional.of(inbox.get((at + 1) % inbox.size()));
    }

    private <T> void start(String name, Tasks.Work<T> work, Consumer<T> done) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        failure.set(Optional.empty());
        var started = desk.tasks()
                .start(
                        name,
                        work,
                        value -> {
                            ended();
                            done.accept(value);
                        },
                        problem -> {
                            ended();
                            failed(problem);
                        });
        if (started.activeProperty().get()) {
            running.set(Optional.of(started));
        }
    }

    private void ended() {
        busy.set(false);
        running.set(Optional.empty());
    }

    /** Shows a network failure or refusal on the page. Any other failure is shown in a dialog and logged once. */
    private void failed(Throwable problem) {
        refresh();
        if (!(problem instanceof AppException failed)) {
            desk.dialogs().failed(problem);
            return;
        }
        switch (failed.code()) {
            case NETWORK -> {
                online.set(false);
                var known = state.get().platform().isPresent();
                failure.set(Optional.of(desk.text().of(known ? "sync.offline" : "sync.enrol.offline")));
            }
            case REFUSED -> failure.set(Optional.of(refusal(failed)));
            case USAGE -> failure.set(Optional.of(desk.text().of("sync.address.wrong")));
            case CANCELLED -> failure.set(Optional.of(desk.text().of("sync.cancelled")));
            case NOT_FOUND, STALE -> failure.set(Optional.of(desk.text().of("sync.decided.elsewhere")));
            default -> desk.dialogs().failed(problem);
        }
    }

    /** Returns the platform's own sentence, or the general text of a refusal. */
    private String refusal(AppException refused) {
        return refused.args().stream()
                .skip(1)
                .filter(words -> !words.isBlank())
                .findFirst()
                .map(words -> desk.text().of(new AppException(ErrorCode.REFUSED, "refused", words)))
                .orElseGet(() -> desk.text().of(refused));
    }
}
