package xindang.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.testing.ExchangeStoreContract;
import xindang.model.testing.Office;

/** The archive on the disk keeps the same promises as the one in memory that other tests stand on. */
class ArchiveOfficeTest extends ExchangeStoreContract {
    @TempDir
    Path data;

    private final List<ArchiveOffice> offices = new ArrayList<>();

    @Override
    protected Office office() {
        var office = ArchiveOffice.create(data.resolve("archive"), "LL-01-a001", Clock.systemUTC());
        offices.add(office);
        return office;
    }

    @AfterEach
    void close() {
        offices.forEach(ArchiveOffice::close);
    }
}
