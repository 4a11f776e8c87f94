package xindang.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import xindang.desktop.Bench;

class SettingsViewModelTest {
    private final Bench bench = new Bench();
    private final List<String> passwords = new ArrayList<>();
    private List<String> damage = List.of();
    private final SettingsViewModel model = new SettingsViewModel(
            bench.desk(),
            new Keyring(Path.of("archive"), p -> passwords.add(new String(p)), () -> "NEW-CODE", () -> damage));

    @Test
    void changesThePasswordOnlyWhenItIsLongEnoughAndTypedTwice() {
        model.password.set("short");
        model.changePassword();
        model.password.set("long enough");
        model.again.set("something else");
        model.changePassword();
        assertEquals(List.of(), passwords);
        assertFalse(model.problemProperty().get().isEmpty());

        model.again.set("long enough");
        model.changePassword();

        assertEquals(List.of("long enough"), passwords);
        assertEquals("", model.password.get());
        assertEquals(1, bench.dialogs.told.size());
    }

    @Test
    void showsANewRecoveryCodeOnce() {
        model.renewRecovery();

        assertEquals("NEW-CODE", model.recoveryProperty().get());
    }

    @Test
    void saysWhetherTheArchiveIsWhole() {
        model.check();
        assertTrue(model.healthyProperty().get());

        damage = List.of("一页坏了");
        model.check();

        assertFalse(model.healthyProperty().get());
        assertEquals("一页坏了", model.healthProperty().get());
    }
}
