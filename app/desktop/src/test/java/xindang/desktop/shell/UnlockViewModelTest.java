package xindang.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import xindang.desktop.InlineTasks;
import xindang.desktop.ui.Messages;

class UnlockViewModelTest {
    private final List<String> entered = new ArrayList<>();
    private List<UnlockService.Known> known = List.of(new UnlockService.Known(Path.of("a"), "拉林满族镇"));

    private UnlockViewModel model() {
        return new UnlockViewModel(new Door(known, entered), new InlineTasks(), text());
    }

    private static Messages text() {
        return new Messages(Locale.SIMPLIFIED_CHINESE, Messages.Missing.FAIL);
    }

    @Test
    void opensWithTheRightPassword() {
        var model = model();
        model.person.set("王海燕");
        model.password.set("right");

        model.open();

        assertEquals(List.of("王海燕"), entered);
        assertEquals("", model.password.get());
    }

    @Test
    void noDoorOpensToANameThatTheLawForbids() {
        for (var way : UnlockViewModel.Way.values()) {
            var model = model();
            model.way.set(way);
            fill(model);
            model.code.set(Door.CODE);
            model.password.set("right and long");
            model.again.set("right and long");
            model.person.set("王海燕（基督教徒）");

            model.open();

            assertEquals(List.of(), entered, way.name());
            assertTrue(
                    model.problemProperty().get().contains("基督教"),
                    model.problemProperty().get());
        }
    }

    @Test
    void staysOutsideWhenOpeningIsCancelled() {
        var cancel = new ArrayList<Runnable>();
        var tasks = new InlineTasks(() -> cancel.forEach(Runnable::run));
        var model = new UnlockViewModel(new Door(known, entered), tasks, text());
        cancel.add(model::cancel);
        model.person.set("王海燕");
        model.password.set("right");

        model.open();

        assertEquals(List.of("王海燕 left"), entered);
        assertEquals("", model.problemProperty().get());
        assertFalse(model.busyProperty().get());
    }

    @Test
    void makesTheFirstArchiveInTheFolderThatWasNamed() {
        var model = model();
        model.begin(Path.of("b"));
        assertEquals(UnlockViewModel.Way.CREATE, model.way.get());
        fill(model);

        model.open();
        model.goIn();

        assertEquals(List.of("王海燕 in b"), entered);
    }

    @Test
    void opensTheArchiveInTheFolderThatWasNamed() {
        var model = model();
        model.begin(Path.of("a"));
        assertEquals(UnlockViewModel.Way.PASSWORD, model.way.get());
        assertEquals("拉林满族镇", model.archive.get().name());
    }

    @Test
    void saysThatAPasswordIsWrongAndForgetsIt() {
        var model = model();
        model.person.set("王海燕");
        model.password.set("wrong");

        model.open();

        assertEquals(List.of(), entered);
        assertFalse(model.problemProperty().get().isEmpty());
        assertEquals("", model.password.get());
        assertFalse(model.busyProperty().get());
    }

    @Test
    void saysWhichGroupOfTheRecoveryCodeIsWrong() {
        var model = model();
        model.way.set(UnlockViewModel.Way.RECOVERY);
        model.person.set("王海燕");
        model.code.set("TSSB7-02BS9-V6Q04-RSR6W-SMHV1-KMDEB-BHVDY-K3AN");
        model.password.set("long enough");
        model.again.set("long enough");

        model.open();

        assertTrue(model.problemProperty().get().contains("第 8 组"));
    }

    @Test
    void theRecoveryCodePutsANewPasswordInThePlaceOfTheLostOne() {
        var model = model();
        model.password.set("a guess that was not sent");
        model.way.set(UnlockViewModel.Way.RECOVERY);
        assertEquals("", model.password.get());
        model.person.set("王海燕");
        model.code.set(Door.CODE);
        model.open();
        assertEquals("密码至少 8 位。", model.problemProperty().get());
        model.password.set("long enough");
        model.open();
        assertEquals("两次密码不一样。", model.problemProperty().get());
        assertEquals(List.of(), entered);
        model.again.set("long enough");

        model.open();

        assertEquals(List.of("王海燕 with long enough"), entered);
        assertEquals("", model.password.get() + model.again.get() + model.code.get());
    }

    @Test
    void callsAnArchiveByItsNameWhenItIsChosenAgain() {
        var model = model();

        model.choose(Path.of("a"));
        assertEquals("拉林满族镇", model.archive.get().name());
        model.choose(new UnlockService.Known(Path.of("practice", "archive"), "练习镇"));

        assertEquals("练习镇", model.archive.get().name());
        assertEquals(2, model.known().size());
    }

    @Test
    void asksForANameBecauseEverySaveRecordsIt() {
        var model = model();
        model.password.set("right");

        model.open();

        assertEquals(List.of(), entered);
        assertTrue(model.problemProperty().get().contains("姓名"));
    }

    @Test
    void makesAnArchiveAndShowsItsRecoveryCodeBeforeGoingIn() {
        known = List.of();
        var model = model();
        assertEquals(UnlockViewModel.Way.CREATE, model.way.get());
        fill(model);

        model.open();

        assertEquals(Door.CODE, model.recoveryCodeProperty().get());
        assertEquals(List.of(), entered);
        model.goIn();
        assertEquals(List.of("王海燕 in home"), entered);
    }

    /** Fills in all fields for a first archive. */
    private static void fill(UnlockViewModel model) {
        model.person.set("王海燕");
        model.regionTyped.set("拉林");
        model.region.set(model.regions().get(0));
        model.password.set("long enough");
        model.again.set("long enough");
    }
}
