package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.Unsaved;
import xindang.persistence.disk.Disk;
import xindang.persistence.keys.Argon2;

/** How often a save waits for the disk. */
class ForcedWritesTest {
    @TempDir
    Path root;

    private final Village village = new Village(3);
    private final List<String> forced = new ArrayList<>();

    /** A text that was typed with one pause, and then saved: the draft is forced once and the ledger once. */
    @Test
    void aSaveWithItsDraftIsTwoForcedWrites() {
        var setup = new Workspace.Setup(Village.CITY, "周敏", "LL-03", Argon2.Cost.TRIAL);
        try (var workspace = Workspace.create(
                        counting(),
                        root.resolve("archive"),
                        setup,
                        "密码".toCharArray(),
                        Village.templates(),
                        Clock.systemUTC())
                .workspace()) {
            UUID id = workspace
                    .archives()
                    .save(village.households(1))
                    .changes()
                    .get(0)
                    .record();
            forced.clear();

            workspace.drafts().keep(id.toString(), new Unsaved(Map.of(), Map.of("head.hamlet", "三组")));
            var saved = workspace.archives().saveOne(village.edit(id, "head.hamlet", "", "三组"));
            workspace.drafts().keep(id.toString(), Unsaved.NONE);

            assertEquals(List.of("drafts.xdd.next", "ledger.xdl"), forced);
            assertEquals(workspace.archives().find(id).orElseThrow().content(), saved.content());
        }
    }

    private Disk counting() {
        return new Disk() {
            @Override
            public FileChannel open(Path path, OpenOption... options) throws IOException {
                return new DelegatingChannel(FileChannel.open(path, options)) {
                    @Override
                    public void force(boolean metaData) throws IOException {
                        forced.add(String.valueOf(path.getFileName()));
                        super.force(metaData);
                    }
                };
            }
        };
    }
}
