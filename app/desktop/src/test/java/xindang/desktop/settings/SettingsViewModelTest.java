package xindang.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xindang.desktop.Bench;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

class SettingsViewModelTest {
    private final Bench bench = new Bench();
    private final RememberedKeys keys = new RememberedKeys();
    private Keyring.Checked found = new Keyring.Checked(List.of(), false);
    private Optional<AppException> failure = Optional.empty();
    private final SettingsViewModel model =
            new SettingsViewModel(bench.desk(), new Keyring(Path.of("archive"), keys, progress -> {
                failure.ifPresent(it -> {
                    throw it;
                });
                return found;
            }));

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
        assertEquals("okay", model.healthTone());
        assertEquals("档案库完好，加密正常。", model.healthProperty().get());

        found = new Keyring.Checked(List.of("一页坏了"), true);
        model.check();
        assertEquals("refused", model.healthTone());
        assertEquals("一页坏了", model.healthProperty().get());

        found = new Keyring.Checked(List.of("一页补好了"), false);
        model.check();
        assertEquals("warning", model.healthTone());
        assertEquals("一页补好了\n上面这些已修复，档案库现在完好。", model.healthProperty().get());
        assertTrue(model.checkingProperty().get().isEmpty());
    }

    @Test
    void saysThatACancelledCheckChangedNothing() {
        failure = Optional.of(new AppException(ErrorCode.CANCELLED, "cancelled"));
        model.check();
        assertEquals("检查已取消，什么都没有改动。", model.healthProperty().get());
        assertFalse(model.busyProperty().get());
        assertEquals(List.of(), bench.dialogs.failures);
    }
}
