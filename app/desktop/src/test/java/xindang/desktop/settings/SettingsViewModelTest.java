package xindang.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import xindang.desktop.Bench;

class SettingsViewModelTest {
    private final Bench bench = new Bench();
    private final RememberedKeys keys = new RememberedKeys();
    private List<String> damage = List.of();
    private final SettingsViewModel model =
            new SettingsViewModel(bench.desk(), new Keyring(Path.of("archive"), keys, () -> damage));

    @Test
    void changesThePasswordOnlyWhenItIsLongEnoughAndTypedTwice() {
        model.known.set("the old password");
        model.password.set("short");
        model.changePassword();
        model.password.set("long enough");
        model.again.set("something else");
        model.changePassword();
        assertEquals("the old password", keys.password);
        assertFalse(model.problemProperty().get().isEmpty());

        model.again.set("long enough");
        model.changePassword();

        assertEquals("long enough", keys.password);
        assertEquals("", model.known.get() + model.password.get() + model.again.get());
        assertEquals(1, bench.dialogs.notices.size());
    }

    @Test
    void whoDoesNotKnowThePasswordChangesNothing() {
        model.password.set("long enough");
        model.again.set("long enough");
        model.changePassword();
        assertEquals("请先填现在的密码。", model.problemProperty().get());

        model.known.set("a guess");
        model.changePassword();

        assertEquals("现在的密码不对，没有改动。", model.problemProperty().get());
        assertEquals("the old password", keys.password);
        assertEquals("", model.known.get());
        assertEquals("long enough", model.password.get(), "the owner who mistyped does not type all of it again");
        assertEquals(List.of(), bench.dialogs.failures);
    }

    @Test
    void showsANewRecoveryCodeToWhoKnowsThePassword() {
        model.knownForRecovery.set("a guess");
        model.renewRecovery();
        assertEquals("", model.recoveryProperty().get());
        assertEquals("现在的密码不对，没有改动。", model.recoveryProblemProperty().get());

        model.knownForRecovery.set("the old password");
        model.renewRecovery();

        assertEquals("CODE-1", model.recoveryProperty().get());
        assertEquals("", model.recoveryProblemProperty().get() + model.knownForRecovery.get());
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
