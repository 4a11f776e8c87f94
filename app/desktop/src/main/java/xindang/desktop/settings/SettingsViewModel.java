package xindang.desktop.settings;

import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Running;
import xindang.desktop.ui.Watched;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Passwords;

/** The state of the settings page. */
public final class SettingsViewModel {
    /** The current password, to set a new one. */
    public final StringProperty known = new SimpleStringProperty("");
    /** The current password, to make a new recovery code. */
    public final StringProperty knownForRecovery = new SimpleStringProperty("");

    public final StringProperty password = new SimpleStringProperty("");
    public final StringProperty again = new SimpleStringProperty("");

    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper recoveryProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper recovery = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper health = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Running>> checking = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private String tone = "okay";
    private final Desk desk;
    private final Keyring keyring;

    SettingsViewModel(Desk desk, Keyring keyring) {
        this.desk = desk;
        this.keyring = keyring;
    }

    /** Returns the reason why the password was not changed, or an empty text. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Returns the reason why there is no new recovery code, or an empty text. */
    ReadOnlyStringProperty recoveryProblemProperty() {
        return recoveryProblem.getReadOnlyProperty();
    }

    /** Returns a new recovery code for copying, or an empty text. */
    ReadOnlyStringProperty recoveryProperty() {
        return recovery.getReadOnlyProperty();
    }

    /** Returns the findings of the archive check. Empty before the first check and during a check. */
    ReadOnlyStringProperty healthProperty() {
        return health.getReadOnlyProperty();
    }

    /** Returns the tone of the findings: info, okay, warning or refused. */
    String healthTone() {
        return tone;
    }

    /** Returns the check of the archive that runs now. */
    ReadOnlyObjectProperty<Optional<Running>> checkingProperty() {
        return checking.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    void changePassword() {
        if (known.get().isEmpty()) {
            problem.set(desk.text().of("settings.password.known.first"));
            return;
        }
        if (Passwords.tooShort(password.get())) {
            problem.set(desk.text().of("unlock.wrong.short"));
            return;
        }
        if (!password.get().equals(again.get())) {
            problem.set(desk.text().of("unlock.wrong.again"));
            return;
        }
        problem.set("");
        var before = takeSecret(known);
        var fresh = password.get().toCharArray();
        run(
                () -> {
                    keyring.keys().changePassword(before, fresh);
                    return "";
                },
                done -> {
                    password.set("");
                    again.set("");
                    desk.dialogs().showNotice(desk.text().of("settings.password.done"));
                },
                showing(problem));
    }

    void renewRecovery() {
        recoveryProblem.set("");
        recovery.set("");
        var before = takeSecret(knownForRecovery);
        run(() -> keyring.keys().renewRecovery(before), recovery::set, showing(recoveryProblem));
    }

    private static char[] takeSecret(StringProperty typed) {
        var secret = typed.get().toCharArray();
        typed.set("");
        return secret;
    }

    /** Checks the archive in the background. A second call during a check does nothing. */
    void check() {
        if (checking.get().isPresent()) {
            return;
        }
        health.set("");
        busy.set(true);
        var started = desk.tasks()
                .start(
                        "check",
                        progress -> keyring.check().run(new Watched(progress)),
                        found -> {
                            endCheck();
                            show(found);
                        },
                        failure -> {
                            endCheck();
                            showFailure(failure);
                        });
        if (started.activeProperty().get()) {
            checking.set(Optional.of(started));
        }
    }

    private void endCheck() {
        busy.set(false);
        checking.set(Optional.empty());
    }

    private void show(Keyring.Checked found) {
        var text = desk.text();
        var words = new ArrayList<>(found.findings());
        if (!found.damaged()) {
            words.add(text.of(words.isEmpty() ? "settings.healthy" : "settings.mended"));
        }
        tone = found.damaged() ? "refused" : found.findings().isEmpty() ? "okay" : "warning";
        health.set(String.join("\n", words));
    }

    private void showFailure(Throwable failure) {
        if (failure instanceof AppException refused && refused.code() == ErrorCode.CANCELLED) {
            tone = "info";
            health.set(desk.text().of("settings.check.cancelled"));
        } else {
            desk.dialogs().failed(failure);
        }
    }

    /** Returns a handler that shows a wrong password beside the button, and any other failure in a dialog. */
    private Consumer<Throwable> showing(StringProperty target) {
        return failure -> {
            if (failure instanceof AppException refused && refused.code() == ErrorCode.WRONG_PASSWORD) {
                target.set(desk.text().of("settings.password.known.wrong"));
            } else {
                desk.dialogs().failed(failure);
            }
        };
    }

    private void run(Callable<String> work, Consumer<String> done, Consumer<Throwable> failed) {
        busy.set(true);
        desk.tasks()
                .start(
                        "settings",
                        progress -> work.call(),
                        result -> {
                            busy.set(false);
                            done.accept(result);
                        },
                        failure -> {
                            busy.set(false);
                            failed.accept(failure);
                        });
    }
}
