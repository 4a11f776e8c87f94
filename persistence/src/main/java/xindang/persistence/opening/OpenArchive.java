package xindang.persistence.opening;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Unsaved;
import xindang.model.common.AppException;
import xindang.model.common.Ids;
import xindang.model.common.Progress;
import xindang.model.exchange.ExchangeStore;
import xindang.model.law.SureDay;
import xindang.model.template.Templates;
import xindang.persistence.database.Database;
import xindang.persistence.database.Migrations;
import xindang.persistence.database.SearchIndexes;
import xindang.persistence.database.Settings;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.disk.Failures;
import xindang.persistence.fold.Checkpoint;
import xindang.persistence.fold.Losses;
import xindang.persistence.fold.RecordErasures;
import xindang.persistence.fold.Shared;
import xindang.persistence.keys.RecordKeys;
import xindang.persistence.ledger.Entry;
import xindang.persistence.ledger.Ledger;
import xindang.persistence.store.ArchiveWriter;
import xindang.persistence.store.Disposal;
import xindang.persistence.store.Founding;
import xindang.persistence.store.H2ArchiveStore;
import xindang.persistence.store.H2ExchangeStore;
import xindang.persistence.store.OldDrafts;

/** An open archive: its database, ledger and record keys, which were compared with each other. */
public final class OpenArchive implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenArchive.class);

    private final Database database;
    private final Ledger ledger;
    private final RecordKeys keys;
    private final H2ArchiveStore archives;
    private final H2ExchangeStore exchange;
    private final OldDrafts oldDrafts;
    private final Founding founding;
    private final Shared shared;
    private final ArchiveWriter writer;
    private final Clock clock;
    private final Disposing disposing;
    private final Healing healing;
    private final AsideErasure asideErasure;
    private final boolean reading;
    private List<ArchiveFinding> findings;

    /** Deletes rows that may not be kept, and returns findings about rows that are kept because the day is not sure. */
    private interface Disposing {
        List<ArchiveFinding> run();
    }

    private OpenArchive(
            ArchivePlace place,
            UUID archive,
            Templates templates,
            Mending.Mended mended,
            Checkpoint marks,
            Founding founding) {
        clock = place.clock();
        reading = place.disk().isForReading();
        database = mended.database();
        ledger = mended.ledger();
        shared = mended.shared();
        keys = shared.keys();
        this.founding = founding;
        writer = new ArchiveWriter(database, ledger, shared, marks, place.refusal());
        var ids = new Ids(clock, shared.random());
        asideErasure = new AsideErasure(place, archive, database, ledger, shared);
        archives = new H2ArchiveStore(database, writer, shared, founding, clock, asideErasure::names);
        exchange = new H2ExchangeStore(database, writer, shared, founding.device(), ids::next);
        oldDrafts = new OldDrafts(database, exchange);
        healing = new Healing(place, archive, templates, database, ledger, shared, writer);
        database.mendBy(healing);
        writer.mendBy(healing::mendAfterSave);
        writer.afterErasure(asideErasure::run);
        disposing = () -> new Disposal(database, archives, shared, clock).run(founding.user());
        if (!reading) {
            endLosses();
        }
        var ofOpening =
                reading && !place.disk().areFilesFixed() ? Findings.ofCopy(mended.findings()) : mended.findings();
        findings = Stream.of(ofOpening, Losses.of(database), RecordErasures.lost(database))
                .flatMap(List::stream)
                .toList();
    }

    /** Creates the files of a new archive. */
    public static OpenArchive create(
            ArchivePlace place, UUID archive, Founding founding, Instant at, Templates templates) {
        var keys = RecordKeys.create(
                place.disk(), place.folder(), archive, place.recordKey().array(), place.random());
        try {
            var ledger = Ledger.create(
                    place.disk(),
                    place.folder().resolve(Ledger.NAME),
                    archive,
                    place.ledgerKey().array(),
                    place.random());
            try {
                return create(place, archive, founding, at, ledger, keys, templates);
            } catch (AppException e) {
                ledger.close();
                throw e;
            }
        } catch (AppException e) {
            keys.close();
            throw e;
        }
    }

    private static OpenArchive create(
            ArchivePlace place,
            UUID archive,
            Founding founding,
            Instant at,
            Ledger ledger,
            RecordKeys keys,
            Templates templates) {
        var shared = place.shared(keys, templates);
        var none = Checkpoint.none(ledger.start());
        Migrations.create(place.disk(), place.folder(), place.databaseKey().array(), database -> {
            var entry = new Entry.Founded(
                    archive, founding.region(), founding.user(), founding.device(), at, founding.person());
            new ArchiveWriter(database, ledger, shared, none, Optional.empty()).write(fold -> {
                fold.founded(entry);
                return entry;
            });
        });
        var database =
                Database.open(place.disk(), place.base(), place.databaseKey().array());
        return opened(place, new Mending.Mended(database, ledger, shared, List.of()), archive, templates);
    }

    /** Opens the files of an archive and repairs unfinished writes. */
    public static OpenArchive open(ArchivePlace place, UUID archive, Templates templates) {
        return open(place, archive, templates, Mending.Depth.RECENT, Watching.NONE);
    }

    /** Opens the files of an archive after looking at every byte of them, and mends what can be mended. */
    public static OpenArchive repair(ArchivePlace place, UUID archive, Templates templates, Progress progress) {
        return open(place, archive, templates, Mending.Depth.ALL, new Watching(progress));
    }

    /** Whatever an opening finds damaged in the database, the next one makes it from the ledger. */
    private static OpenArchive open(
            ArchivePlace place, UUID archive, Templates templates, Mending.Depth depth, Watching watching) {
        try {
            return opened(place, new Mending(place, archive, templates, depth, watching).open(), archive, templates);
        } catch (AppException e) {
            if (!Failures.isDamage(e)) {
                throw e;
            }
            LOG.warn("opened once more, without the database", e);
            return opened(
                    place,
                    new Mending(place, archive, templates, Mending.Depth.ANEW, watching).open(),
                    archive,
                    templates);
        }
    }

    private static OpenArchive opened(ArchivePlace place, Mending.Mended mended, UUID id, Templates templates) {
        try {
            return opened0(place, mended, id, templates);
        } catch (RuntimeException e) {
            mended.abandon();
            throw Failures.of("open the archive", e);
        } catch (OutOfMemoryError | StackOverflowError e) {
            mended.abandon();
            throw Failures.of("open the archive", e);
        }
    }

    private static OpenArchive opened0(ArchivePlace place, Mending.Mended mended, UUID id, Templates templates) {
        var database = mended.database();
        var ledger = mended.ledger();
        var shared = mended.shared();
        try (var connection = database.connection()) {
            shared.kinds().load(connection);
            shared.devices().load(connection);
            shared.words().load(connection);
            if (!place.disk().isForReading()) {
                SearchIndexes.ensure(connection);
                RecordErasures.finish(connection, shared.keys());
            }
            var marks = Checkpoint.read(connection);
            ledger.continueAt(marks.ledger());
            var founding = new Founding(
                    Settings.read(connection, Settings.REGION).orElse(""),
                    Settings.read(connection, Settings.USER).orElse(""),
                    Settings.read(connection, Settings.DEVICE).orElse(""),
                    Settings.read(connection, Settings.PERSON)
                            .map(UUID::fromString)
                            .orElseGet(() -> Entry.Founded.person(id)));
            var archive = new OpenArchive(place, id, templates, mended, marks, founding);
            archive.exchange.withheldLater(shared.understood().withheld());
            archive.dispose();
            if (!place.disk().isForReading()) {
                archive.findings = Stream.concat(archive.findings.stream(), archive.eraseAsides())
                        .toList();
            }
            return archive;
        } catch (SQLException e) {
            throw Failures.of("open the archive", e);
        }
    }

    /** Ends the losses of which nothing is missing any more. */
    private void endLosses() {
        writer.still(marks -> Losses.end(database, keys, marks))
                .ifPresent(note -> writer.write(fold -> {
                    fold.noted(note);
                    return note;
                }));
    }

    /** Deletes files moved aside that may contain data of an erased person, and reports it. */
    private Stream<ArchiveFinding> eraseAsides() {
        var deleted = writer.still(marks -> asideErasure.run());
        return deleted.isEmpty()
                ? Stream.of()
                : Stream.of(ArchiveFinding.of("aside.erased", ArchiveFinding.Severity.NOTE, String.join("、", deleted)));
    }

    private void dispose() {
        findings = Stream.concat(
                        findings.stream().filter(finding -> !ArchiveFinding.CLOCK.contains(finding.code())),
                        disposing.run().stream())
                .toList();
    }

    /** Confirms the date of the clock on behalf of a person, and deletes the rows that are due. */
    public void confirmDay() {
        exchange.setting(SureDay.CONFIRMED, clock.instant().toString());
        dispose();
    }

    public ArchiveStore archives() {
        return archives;
    }

    public ExchangeStore exchange() {
        return exchange;
    }

    /** Passes the unsaved texts in the settings to a consumer, then empties the settings. */
    public void handOverDrafts(Consumer<Map<String, Unsaved>> taker) {
        taker.accept(oldDrafts.read());
        oldDrafts.empty();
    }

    /** Returns what was found and repaired at the opening. */
    public List<ArchiveFinding> findings() {
        return Stream.concat(findings.stream(), healing.findings().stream()).toList();
    }

    /** Looks at every byte and changes nothing. */
    public List<ArchiveFinding> check(Progress progress) {
        var watching = new Watching(progress);
        return writer.still(marks -> {
            var found = new ArrayList<ArchiveFinding>();
            var end = ledger.verify(ledger.start(), watching.of(Watching.LEDGER, ledger.size()));
            if (!end.equals(marks.ledger())) {
                found.add(ArchiveFinding.of(
                        "ledger.damaged", ArchiveFinding.Severity.DAMAGED, String.valueOf(end.end()), ""));
            } else if (!Mending.compare(ledger, database, marks, end).equal()) {
                found.add(ArchiveFinding.of("database.differs", ArchiveFinding.Severity.DAMAGED, ""));
            }
            found.addAll(Losses.of(database));
            found.addAll(RecordErasures.lost(database));
            found.addAll(Inspection.records(database, shared, watching.of(Watching.RECORDS, marks.records())));
            found.addAll(Inspection.keys(database, shared));
            return found;
        });
    }

    /** Looks at every byte and mends what can be mended; what is found, and what is left. */
    public List<ArchiveFinding> mend(Progress progress) {
        var mended = healing.repair(new Watching(progress));
        endLosses();
        // what was mended is said, whether somebody waits for the second look or not
        return Stream.of(mended.stream(), check(Progress.NONE).stream(), eraseAsides())
                .flatMap(found -> found)
                .toList();
    }

    public Founding founding() {
        return founding;
    }

    @Override
    public void close() {
        try (ledger;
                keys) {
            healing.close(this::compact);
        }
    }

    /** Rewrites the database file after an erasure, so that no page with deleted rows stays in it. */
    private void compact() {
        if (database.isClosed() || reading) {
            return;
        }
        try (var connection = database.connection()) {
            if (Settings.read(connection, Settings.COMPACT).isPresent()) {
                Settings.delete(connection, Settings.COMPACT);
                database.compactAtClose();
            }
        } catch (SQLException e) {
            throw Failures.of("close the archive", e);
        }
    }
}
