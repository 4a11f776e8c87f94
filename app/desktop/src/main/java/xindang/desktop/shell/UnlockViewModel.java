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
import xindang.desktop.ui.LawfulText;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.Tasks;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Failed;
import xindang.model.common.Passwords;

/** The locked door: opens an archive by password or recovery code, or makes a new one. */
public final class UnlockViewModel {
    /** What the door asks for. */
    public enum Way {
        PASSWORD,
        RECOVERY,
        CREATE
    }

    public final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.PASSWORD);
    public final ObjectProperty<UnlockService.@Nullable Known> archive = new SimpleObjectProperty<>();
    public final ObjectProperty<UnlockService.@Nullable Region> region = new SimpleObjectProperty<>();
    /** Where a new archive goes. */
    public final ObjectProperty<Path> place;

    public final StringProperty person = new SimpleStringProperty("");
    public final StringProperty password = new SimpleStringProperty("");
    public final StringProperty again = new SimpleStringProperty("");
    public final StringProperty code = new SimpleStringProperty("");
    /** Said under the password; empty when there is nothing to say. */
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

    /** What is wrong, in words; empty when nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The code of an archive just made, to be printed; empty otherwise. */
    public ReadOnlyStringProperty recoveryCodeProperty() {
        return recoveryCode.getReadOnlyProperty();
    }

    /** The folder that was named at the start: opens the archive in it, or makes the first one there. */
    public void begin(Path folder) {
        if (gate.holds(folder)) {
            choose(folder);
        } else {
            place.set(folder);
            way.set(Way.CREATE);
        }
    }

    /** Another folder with an archive. */
    public void choose(Path folder) {
        var name = Optional.ofNullable(folder.getFileName()).map(Path::toString).orElse("");
        choose(known.stream()
                .filter(k -> k.folder().equals(folder))
                .findFirst()
                .orElseGet(() -> new UnlockService.Known(folder, name)));
    }

    /** An archive whose name is known. */
    public void choose(UnlockService.Known chosen) {
        known.removeIf(k -> k.folder().equals(chosen.folder()));
        known.add(0, chosen);
        archive.set(chosen);
        way.set(Way.PASSWORD);
    }

    /** Does what the door asks for. */
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

    /** Stays outside: an archive that is opened meanwhile is closed again. */
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

    /** Goes in after the recovery code was noted. */
    public void goIn() {
        Optional.ofNullable(enter).ifPresent(Runnable::run);
    }

    private Path folder(UnlockService.@Nullable Known chosen) {
        return chosen == null ? place.get() : chosen.folder();
    }

    /** What is missing, or may not be kept, in words. */
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

    /** What is wrong with a new password. */
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

    /** Which group was mistyped, or that the code is right in itself and opens another archive. */
    private String wrongCode(AppException known) {
        return known.args().isEmpty()
                ? text.of("unlock.wrong.key")
                : text.of("unlock.wrong.group", known.args().get(0));
    }
}
