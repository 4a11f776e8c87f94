package xindang.model.testing;

import java.time.Clock;
import java.time.ZoneOffset;
import xindang.model.archive.ArchiveStore;
import xindang.model.shipped.ShippedTemplates;

class InMemoryArchiveStoreTest implements ArchiveStoreContract {
    private final ArchiveStore store = new InMemoryArchiveStore(
            "XD-TEST-01", ShippedTemplates.load(), Clock.fixed(ArchiveStoreContract.NOON, ZoneOffset.UTC));

    @Override
    public ArchiveStore store() {
        return store;
    }
}
