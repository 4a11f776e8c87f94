package xindang.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.Draft;
import xindang.model.exchange.ExchangeStore;
import xindang.model.law.Gate;
import xindang.model.law.Scrutiny;
import xindang.model.testing.Office;
import xindang.persistence.Workspace;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.keys.Argon2;

/** An office on a real archive on the disk. */
final class ArchiveOffice implements Office, AutoCloseable {
    private final Clock clock;
    private Workspace workspace;

    private ArchiveOffice(Workspace workspace, Clock clock) {
        this.clock = clock;
        this.workspace = workspace;
    }

    static ArchiveOffice create(Path folder, String device, Clock clock) {
        return create(folder, device, clock, Gate::arrivingValue);
    }

    /** An archive that judges what arrives in a way of its own. */
    static ArchiveOffice create(Path folder, String device, Clock clock, Scrutiny scrutiny) {
        return create(folder, device, Village.TOWN, clock, scrutiny);
    }

    /** @param town division code of 6, 9 or 12 digits */
    static ArchiveOffice create(Path folder, String device, String town, Clock clock) {
        return create(folder, device, town, clock, Gate::arrivingValue);
    }

    /** @param town division code of 6, 9 or 12 digits */
    static ArchiveOffice create(Path folder, String device, String town, Clock clock, Scrutiny scrutiny) {
        var setup = new Workspace.Setup((town + "000000000000").substring(0, 12), "张敏", device, Argon2.Cost.TRIAL);
        return new ArchiveOffice(
                Workspace.create(folder, setup, "longenough".toCharArray(), Village.TEMPLATES, clock, scrutiny)
                        .workspace(),
                clock);
    }

    /** The archive in a folder, such as a copy of another one. */
    static ArchiveOffice open(Path folder, Clock clock) {
        return new ArchiveOffice(Workspace.open(folder, "longenough".toCharArray(), Village.TEMPLATES, clock), clock);
    }

    @Override
    public String device() {
        return workspace.info().device();
    }

    @Override
    public void save(List<Draft> drafts) {
        workspace.archives().save(drafts);
    }

    @Override
    public Content content(UUID record) {
        return workspace.archives().find(record).map(ArchiveRecord::content).orElse(Content.EMPTY);
    }

    /** Where the record is, as it says and as the lists have it. */
    List<String> regions(UUID record) {
        return Stream.concat(
                        Stream.of(
                                workspace.archives().find(record).orElseThrow().region()),
                        workspace.archives().counts("household", "").stream().map(ArchiveStore.RegionCount::region))
                .toList();
    }

    @Override
    public List<Conflict> conflicts() {
        return workspace.archives().conflicts();
    }

    @Override
    public ExchangeStore exchange() {
        return workspace.exchange();
    }

    Path folder() {
        return workspace.folder();
    }

    @Override
    public List<Change> history(UUID record) {
        return workspace.archives().history(record);
    }

    @Override
    public ArchiveStore archives() {
        return workspace.archives();
    }

    /** What a look at every byte of the archive finds. */
    List<ArchiveFinding> check() {
        return workspace.check();
    }

    /** What the archive finds wrong with itself when it looks at every byte. */
    List<String> findings() {
        return workspace.check().stream().map(Object::toString).toList();
    }

    /** Closes the archive, does something to its folder, and opens it. */
    void whileClosed(Consumer<Path> work) {
        var folder = workspace.folder();
        workspace.close();
        work.accept(folder);
        workspace = Workspace.open(folder, "longenough".toCharArray(), Village.TEMPLATES, clock);
    }

    /** Closes the archive and opens it as the next start of the program does. */
    void reopen() {
        whileClosed(folder -> {});
    }

    /** Loses the database; the next start makes it from the ledger. */
    void forgetDatabase() {
        whileClosed(folder -> {
            try {
                Files.delete(folder.resolve("archive.mv.db"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void close() {
        workspace.close();
    }
}
