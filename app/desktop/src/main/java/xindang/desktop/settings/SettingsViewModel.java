package xindang.desktop.settings;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import xindang.desktop.ui.Desk;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Passwords;

/** The settings while somebody changes them. */
public final class SettingsViewModel {
    /** The password as it is now, for a new one. */
    public final StringProperty known = new SimpleStringProperty("");
    /** The password as it is now, for a new recovery code. */
    public final StringProperty knownForRecovery = new SimpleStringProperty("");

    public final StringProperty password = new SimpleStringProperty("");
    public final StringProperty again = new SimpleStringProperty("");

    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper recoveryProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper recovery = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper health = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper healthy = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Desk desk;
    private final Keyring keyring;

    SettingsViewModel(Desk desk, Keyring keyring) {
        this.desk = desk;
        this.keyring = keyring;
    }

    /** Why the password was not changed; empty when nothing is wrong. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Why there is no new recovery code; empty when nothing is wrong. */
    ReadOnlyStringProperty recoveryProblemProperty() {
        return recoveryProblem.getReadOnlyProperty();
    }

    /** A recovery code just made, to be written down; empty otherwise. */
    ReadOnlyStringProperty recoveryProperty() {
        return recovery.getReadOnlyProperty();
    }

    /** What the check found, in words; empty before the first. */
    ReadOnlyStringProperty healthProperty() {
        return health.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty healthyProperty() {
        return healthy.getReadOnlyProperty();
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
        var before = taken(known);
        var fresh = password.get().toCharArray();
        run(
                () -> {
                    keyring.keys().changePassword(before, fresh);
                    return "";
                },
                done -> {
                    password.set("");
                    again.set("");
                    desk.dialogs().said(desk.text().of("settings.password.done"));
                },
                unlessUnknown(problem));
    }

    void renewRecovery() {
        recoveryProblem.set("");
        recovery.set("");
        var before = taken(knownForRecovery);
        run(() -> keyring.keys().renewRecovery(before), recovery::set, unlessUnknown(recoveryProblem));
    }

    private static char[] taken(StringProperty typed) {
        var secret = typed.get().toCharArray();
        typed.set("");
        return secret;
    }

    void check() {
        run(
                () -> String.join("\n", keyring.check().get()),
                found -> {
                    healthy.set(found.isEmpty());
                    health.set(found.isEmpty() ? desk.text().of("settings.healthy") : found);
                },
                desk.dialogs()::failed);
    }

    /** Says beside the button that the password was wrong, and anything else as ever. */
    private Consumer<Throwable> unlessUnknown(StringProperty said) {
        return failure -> {
            if (failure instanceof AppException refused && refused.code() == ErrorCode.WRONG_PASSWORD) {
                said.set(desk.text().of("settings.password.known.wrong"));
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
