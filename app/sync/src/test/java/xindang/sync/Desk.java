package xindang.sync;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.Content;
import xindang.model.common.Ids;
import xindang.model.keeping.Archives;
import xindang.model.law.Gate;
import xindang.model.rating.RatingForms;
import xindang.model.rating.Ratings;
import xindang.model.testing.MemoryOffice;
import xindang.model.testing.Office;

/** An office of a history: its archive, its clock, and what people do there. */
final class Desk implements AutoCloseable {
    static final String USER = "张敏";
    static final RatingForms FORMS = RatingForms.shipped();

    final String name;
    final SetClock clock;
    /** Division code of 6 or 9 digits. */
    final String region;

    private final Ids ids;
    private final Optional<Path> folder;
    private Office office;
    private Optional<Kept> kept = Optional.empty();
    private int copies;

    /** An older state of the archive, which may be put back. */
    private record Kept(Optional<MemoryOffice> memory, Optional<Path> folder, long sequence) {}

    private Desk(String name, String region, SetClock clock, Ids ids, Optional<Path> folder, Office office) {
        this.name = name;
        this.region = region;
        this.clock = clock;
        this.ids = ids;
        this.folder = folder;
        this.office = office;
    }

    /**
     * A new archive.
     *
     * @param region division code of 6 or 9 digits
     * @param folder where its folders are made; absent for one in memory
     */
    static Desk begun(String name, String region, SetClock truth, Ids ids, Optional<Path> folder) {
        var clock = truth.ofAnOffice();
        var office = folder.<Office>map(
                        it -> ArchiveOffice.create(it.resolve(name), name, region, clock, Gate::arrivingValue))
                .orElseGet(() -> new MemoryOffice(name, padded(region), Village.TEMPLATES, clock));
        return new Desk(name, region, clock, ids, folder, office);
    }

    /** A division code in 12 digits. */
    static String padded(String region) {
        return (region + "000000000000").substring(0, 12);
    }

    /** Whether a subject at a place is one of this archive. */
    boolean holds(String place) {
        return place.startsWith(region);
    }

    /** The households here that did not move away. */
    boolean isLive(UUID record) {
        return find(record).filter(found -> holds(found.region())).isPresent();
    }

    /** A second computer with a copy of this archive, which goes on as this one does. */
    Desk copied(SetClock truth) {
        var other = truth.ofAnOffice();
        var number = ++copies;
        var twin = folder.map(it -> it.resolve(name + "-copy" + number));
        Office copy;
        if (office instanceof ArchiveOffice archive) {
            archive.whileClosed(from -> Folders.copy(from, twin.orElseThrow()));
            copy = ArchiveOffice.open(twin.orElseThrow(), other);
        } else {
            copy = ((MemoryOffice) office).copy(other);
        }
        return new Desk(name + "'" + number, region, other, ids, folder, copy);
    }

    Office office() {
        return office;
    }

    Archives archives() {
        return new Archives(office.archives(), Village.TEMPLATES, HistoryCity.DIVISIONS, ids, clock);
    }

    Ratings ratings() {
        return new Ratings(office.archives(), Village.TEMPLATES, FORMS, ids, clock);
    }

    Content content(UUID record) {
        return office.content(record);
    }

    Optional<ArchiveRecord> find(UUID record) {
        return office.archives().find(record);
    }

    /** The archive is opened again, as the next start of the program does. */
    void reopen() {
        if (office instanceof ArchiveOffice archive) {
            archive.reopen();
        } else {
            ((MemoryOffice) office).dispose(clock, ids, USER);
        }
    }

    /** Keeps the present state of the archive. */
    void keep() {
        if (office instanceof ArchiveOffice archive) {
            var backup = folder.orElseThrow().resolve(name + "-kept");
            archive.whileClosed(from -> Folders.copy(from, backup));
            kept = Optional.of(new Kept(Optional.empty(), Optional.of(backup), sequence()));
        } else {
            kept = Optional.of(
                    new Kept(Optional.of(((MemoryOffice) office).copy(clock)), Optional.empty(), sequence()));
        }
    }

    boolean isKept() {
        return kept.isPresent();
    }

    /** Puts the archive back to what was kept; the ids of its own changes since. */
    List<UUID> putBack() {
        var old = kept.orElseThrow();
        var since = office.exchange().own(old.sequence(), Integer.MAX_VALUE).stream()
                .map(change -> change.id())
                .toList();
        if (office instanceof ArchiveOffice archive) {
            archive.whileClosed(to -> Folders.copy(old.folder().orElseThrow(), to));
        } else {
            office = old.memory().orElseThrow().copy(clock);
        }
        return since;
    }

    /** The number of changes made under this name, as this archive knows it. */
    long sequence() {
        return office.exchange().own(0, Integer.MAX_VALUE).size();
    }

    /** Throws the database away; the ledger makes it again. */
    void rebuild() {
        if (office instanceof ArchiveOffice archive) {
            archive.whileClosed(from -> Folders.delete(from.resolve("archive.mv.db")));
        }
    }

    /** What people see in the list: each record with its name, region, grade, and whether something waits in it. */
    Map<UUID, String> listed() {
        return Listed.of(office.archives());
    }

    @Override
    public void close() {
        if (office instanceof ArchiveOffice archive) {
            archive.close();
        }
    }
}
