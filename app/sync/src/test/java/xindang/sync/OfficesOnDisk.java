package xindang.sync;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.common.Progress;

/** Real archives that exchange with a real platform, all of them folders that are copied and put back. */
abstract class OfficesOnDisk {
    @TempDir
    Path data;

    final List<ArchiveOffice> offices = new ArrayList<>();
    private final long seed;
    Village village;
    private FaultProxy proxy;

    OfficesOnDisk(long seed) {
        this.seed = seed;
    }

    @BeforeEach
    void start() {
        village = new Village(data.resolve("platform"), seed);
        proxy = new FaultProxy(village.platform().address());
    }

    @AfterEach
    void stop() {
        offices.forEach(ArchiveOffice::close);
        proxy.close();
        village.close();
    }

    /** A new archive that is enrolled. */
    final ArchiveOffice office(String name) {
        var office = ArchiveOffice.create(data.resolve(name), name, village.clock);
        offices.add(office);
        village.engine(office)
                .enrol(proxy.address(), village.platform().code(Village.TOWN), Village.TOWN, office.device());
        return office;
    }

    /** A new archive that has what the platform has. */
    final ArchiveOffice fresh(String name) {
        var office = office(name);
        sync(office);
        return office;
    }

    final SyncReport sync(ArchiveOffice office) {
        return village.engine(office).sync(Progress.NONE);
    }

    final void keepPlatform() {
        whilePlatformIsStopped(() -> Folders.copy(data.resolve("platform"), data.resolve("backup")));
    }

    final void setPlatformBack() {
        whilePlatformIsStopped(() -> Folders.copy(data.resolve("backup"), data.resolve("platform")));
    }

    final void whilePlatformIsStopped(Runnable work) {
        village.whileStopped(work);
        proxy.target(village.platform().address());
    }

    final Path copyFolder(ArchiveOffice office, String name) {
        close(office);
        var folder = data.resolve(name);
        Folders.copy(office.folder(), folder);
        return folder;
    }

    final ArchiveOffice opened(Path folder) {
        var office = ArchiveOffice.open(folder, village.clock);
        offices.add(office);
        return office;
    }

    final void close(ArchiveOffice office) {
        offices.remove(office);
        office.close();
    }
}
