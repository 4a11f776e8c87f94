package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.disk.Disk;
import xindang.persistence.keys.Argon2;

/** The disk fills up. The save that did not fit says so; those before it are there. */
class DiskFullTest {
    private static final String PASSWORD = "密码";

    @TempDir
    Path folder;

    private final Village village = new Village(9);
    private final List<UUID> confirmed = new ArrayList<>();

    @Test
    void aSaveThatDoesNotFitIntoTheLedgerIsTakenBackAndSavingGoesOn() {
        var disk = SmallDisk.ofFiles();
        try (var workspace = create(disk)) {
            save(workspace);
            for (var space : new long[] {0, 40, 100, 300}) {
                disk.space(space);
                var draft = village.household(Village.SHUANGQIAO);
                var failed = assertThrows(
                        AppException.class, () -> workspace.archives().save(List.of(draft)));
                assertEquals(ErrorCode.DISK_FULL, failed.code());
                assertTrue(workspace.archives().find(draft.record()).isEmpty());
                disk.space(Long.MAX_VALUE);
                save(workspace);
            }
            assertEquals(List.of(), workspace.check());
        }
        allThere();
    }

    @Test
    void aDatabaseWithoutSpaceLosesNothingThatWasConfirmed() {
        var disk = SmallDisk.ofDatabase();
        try (var workspace = create(disk)) {
            save(workspace);
            disk.space(60_000);
            var failed = assertThrows(AppException.class, () -> {
                for (var i = 0; i < 200; i++) {
                    save(workspace);
                }
            });
            assertEquals(ErrorCode.DISK_FULL, failed.code());
            assertEquals(
                    ErrorCode.DISK_FULL,
                    assertThrows(AppException.class, () -> save(workspace)).code());
        } catch (AppException e) {
            assertEquals(ErrorCode.DISK_FULL, e.code(), "closing on a full disk");
        }
        disk.space(Long.MAX_VALUE);
        allThere();
    }

    private void allThere() {
        try (var workspace = Workspace.open(folder, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())) {
            for (var id : confirmed) {
                assertTrue(workspace.archives().find(id).isPresent(), "confirmed and gone: " + id);
            }
            assertEquals(List.of(), workspace.check());
        }
    }

    private void save(Workspace workspace) {
        var draft = village.household(Village.SHUANGQIAO);
        workspace.archives().save(List.of(draft));
        confirmed.add(draft.record());
    }

    private Workspace create(Disk disk) {
        var setup = new Workspace.Setup(Village.CITY, "周敏", "LL-03", Argon2.Cost.TRIAL);
        return Workspace.create(disk, folder, setup, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())
                .workspace();
    }
}
