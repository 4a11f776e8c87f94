package xindang.desktop.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import xindang.desktop.office.LawfulText;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.Tasks;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Failed;
import xindang.model.common.Passwords;

/** The state of the unlock page. It opens an archive with a password or recovery code, or creates one. */
public final class UnlockViewModel {
    /** The kind of access. */
    public enum Way {
        PASSWORD,
        RECOVERY,
        CREATE
    }

    public final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.PASSWORD);
    public final ObjectProperty<UnlockService.@Nullable Known> archive = new SimpleObjectProperty<>();
    public final ObjectProperty<UnlockService.@Nullable Region> region = new SimpleObjectProperty<>();
    /** The folder of a new archive. */
    public final ObjectProperty<Path> place;

    public final StringProperty person = new SimpleStringProperty("");
    public final StringProperty password = new SimpleStringProperty("");
    public final StringProperty again = new SimpleStringProperty("");
    public final StringProperty code = new SimpleStringProperty("");
    /** A hint below the password, or empty. */
    public final StringProperty hint = new SimpleStringProperty("");

    public final StringProperty regionTyped = new SimpleStringProperty("");

    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper recoveryCode = new ReadOnlyStringWrapper("");
    private final ObservableList<UnlockService.Known> known = FXCollections.observableArrayList();
    private final ObservableList<UnlockService.Region> regions = FXCollections.observableArrayList();
    private final UnlockService gate;
    private final Tasks tasks;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final Messages text;
    private final Tasks.Lane lookUp;
    private @Nullable Runnable enter;

    public UnlockViewModel(UnlockService gate, Tasks tasks, Messages text) {
        this.gate = gate;
        this.tasks = tasks;
        this.text = text;
        place = new SimpleObjectProperty<>(gate.fresh());
        lookUp = tasks.latest("regions");
        known.setAll(gate.known());
        if (known.isEmpty()) {
            way.set(Way.CREATE);
        } else {
            archive.set(known.get(0));
        }
        way.addListener((o, before, now) -> {
            password.set("");
            again.set("");
            problem.set("");
        });
        regionTyped.addListener((o, before, now) -> findRegions(now));
    }

    public ObservableList<UnlockService.Known> known() {
        return known;
    }

    public ObservableList<UnlockService.Region> regions() {
        return regions;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Returns the current error text, or an empty one. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Returns the recovery code of a new archive for printing, or an empty text. */
    public ReadOnlyStringProperty recoveryCodeProperty() {
        return recoveryCode.getReadOnlyProperty();
    }

    /** Uses the folder given at the start. Opens its archive, or creates the first one there. */
    public void begin(Path folder) {
        if (gate.holds(folder)) {
            choose(folder);
        } else {
            place.set(folder);
            way.set(Way.CREATE);
        }
    }

    /** Chooses a folder with an archive. */
    public void choose(Path folder) {
        var name = Optional.ofNullable(folder.getFileName()).map(Path::toString).orElse("");
        choose(known.stream()
                .filter(k -> k.folder().equals(folder))
                .findFirst()
                .orElseGet(() -> new UnlockService.Known(folder, name)));
    }

    /** Chooses an archive with a known name. */
    public void choose(UnlockService.Known chosen) {
        known.removeIf(k -> k.folder().equals(chosen.folder()));
        known.add(0, chosen);
        archive.set(chosen);
        way.set(Way.PASSWORD);
    }

    /** Opens or creates the archive, depending on {@link #way}. */
    public void open() {
        if (busy.get()) {
            return;
        }
        problem.set("");
        var wrong = wrong();
        if (wrong.isPresent()) {
            problem.set(wrong.get());
            return;
        }
        busy.set(true);
        var name = person.get().strip();
        var secret = password.get().toCharArray();
        var chosen = archive.get();
        var within = region.get();
        var made = place.get();
        var doing = way.get();
        var recovery = code.get().strip();
        cancelled.set(false);
        tasks.start(
                "open",
                progress -> switch (doing) {
                    case PASSWORD -> unlessCancelled(gate.open(folder(chosen), name, secret));
                    case RECOVERY -> gate.recover(folder(chosen), name, recovery, secret);
                    case CREATE -> gate.create(made, within == null ? "" : within.code(), name, secret);
                },
                this::opened,
                this::failed);
    }

    /** Cancels the opening. An archive that opens meanwhile is closed again. */
    public void cancel() {
        cancelled.set(true);
    }

    private UnlockService.Opened unlessCancelled(UnlockService.Opened opened) {
        if (cancelled.get()) {
            opened.leave().run();
            throw new AppException(ErrorCode.CANCELLED, "not to be opened after all");
        }
        return opened;
    }

    /** Enters the archive after the recovery code was noted. */
    public void goIn() {
        Optional.ofNullable(enter).ifPresent(Runnable::run);
    }

    private Path folder(UnlockService.@Nullable Known chosen) {
        return chosen == null ? place.get() : chosen.folder();
    }

    /** Returns the text for a missing or forbidden input, or empty. */
    private Optional<String> wrong() {
        if (person.get().isBlank()) {
            return Optional.of(text.of("unlock.wrong.person"));
        }
        var forbidden = LawfulText.ofPerson(text, person.get());
        if (forbidden.isPresent()) {
            return forbidden;
        }
        var missing =
                switch (way.get()) {
                    case PASSWORD ->
                        password.get().isEmpty() ? Optional.of("unlock.wrong.password") : Optional.<String>empty();
                    case RECOVERY -> code.get().isBlank() ? Optional.of("unlock.wrong.code") : wrongPassword();
                    case CREATE -> wrongNew();
                };
        return missing.map(text::of);
    }

    private Optional<String> wrongNew() {
        if (region.get() == null) {
            return Optional.of("unlock.wrong.region");
        }
        return wrongPassword();
    }

    /** Returns the message key for a problem of the new password, or empty. */
    private Optional<String> wrongPassword() {
        if (Passwords.tooShort(password.get())) {
            return Optional.of("unlock.wrong.short");
        }
        return password.get().equals(again.get()) ? Optional.empty() : Optional.of("unlock.wrong.again");
    }

    private void findRegions(String typed) {
        lookUp.run(progress -> gate.regions(typed.strip()), regions::setAll, this::failed);
    }

    private void opened(UnlockService.Opened opened) {
        busy.set(false);
        password.set("");
        again.set("");
        code.set("");
        enter = opened.enter();
        if (opened.recoveryCode().isPresent()) {
            recoveryCode.set(opened.recoveryCode().get());
        } else {
            opened.enter().run();
        }
    }

    private void failed(Throwable error) {
        busy.set(false);
        password.set("");
        again.set("");
        if (error instanceof AppException stopped && stopped.code() == ErrorCode.CANCELLED) {
            return;
        }
        var known = error instanceof AppException failure
                ? failure
                : new AppException(ErrorCode.INTERNAL, "unexpected", error);
        if (known.code() == ErrorCode.INTERNAL) {
            LoggerFactory.getLogger(UnlockViewModel.class).error("{}", new Failed(known));
        }
        problem.set(
                way.get() == Way.RECOVERY && known.code() == ErrorCode.WRONG_PASSWORD
                        ? wrongCode(known)
                        : text.of(known));
    }

    /**
     * Returns the text for a wrong recovery code. It names the mistyped group. A correct code of another archive has
     * its own text.
     */
    private String wrongCode(AppException known) {
        return known.args().isEmpty()
                ? text.of("unlock.wrong.key")
                : text.of("unlock.wrong.group", known.args().get(0));
    }
}
