package xindang.desktop.settings;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import xindang.desktop.ui.Desk;
import xindang.model.common.Passwords;

/** The settings while somebody changes them. */
public final class SettingsViewModel {

    public final StringProperty password = new SimpleStringProperty("");
    public final StringProperty again = new SimpleStringProperty("");

    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
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
        if (Passwords.tooShort(password.get())) {
            problem.set(desk.text().of("unlock.wrong.short"));
            return;
        }
        if (!password.get().equals(again.get())) {
            problem.set(desk.text().of("unlock.wrong.again"));
            return;
        }
        problem.set("");
        var secret = password.get().toCharArray();
        password.set("");
        again.set("");
        run(
                () -> {
                    keyring.changePassword().accept(secret);
                    return "";
                },
                done -> desk.dialogs().said(desk.text().of("settings.password.done")));
    }

    void renewRecovery() {
        run(() -> keyring.renewRecovery().get(), recovery::set);
    }

    void check() {
        run(() -> String.join("\n", keyring.check().get()), found -> {
            healthy.set(found.isEmpty());
            health.set(found.isEmpty() ? desk.text().of("settings.healthy") : found);
        });
    }

    private void run(java.util.concurrent.Callable<String> work, java.util.function.Consumer<String> done) {
        busy.set(true);
        desk.tasks()
                .start(
                        "settings",
                        progress -> work.call(),
                        result -> {
                            busy.set(false);
                            done.accept(result);
                        },
                        problemFound -> {
                            busy.set(false);
                            desk.dialogs().failed(problemFound);
                        });
    }
}
