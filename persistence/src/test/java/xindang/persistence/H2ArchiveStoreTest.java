package xindang.persistence;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.ArchiveStore;
import xindang.model.template.ShippedTemplates;
import xindang.model.testing.ArchiveStoreContract;
import xindang.persistence.keys.Argon2;

class H2ArchiveStoreTest implements ArchiveStoreContract {
    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void create() {
        var setup = new Workspace.Setup("230184101205", "王海燕", "LL-03", Argon2.Cost.TRIAL);
        workspace = Workspace.create(folder, setup, "密码".toCharArray(), ShippedTemplates.load(), Clock.systemUTC())
                .workspace();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Override
    public ArchiveStore store() {
        return workspace.archives();
    }
}
