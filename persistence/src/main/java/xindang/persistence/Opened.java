package xindang.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.keeping.Drafts;
import xindang.model.law.Gate;
import xindang.model.law.Scrutiny;
import xindang.model.template.Templates;
import xindang.persistence.database.Migrations;
import xindang.persistence.disk.Bytes;
import xindang.persistence.disk.Disk;
import xindang.persistence.disk.Failures;
import xindang.persistence.draft.DraftFile;
import xindang.persistence.keys.Envelope;
import xindang.persistence.keys.MasterKey;
import xindang.persistence.opening.ArchivePlace;
import xindang.persistence.opening.OpenArchive;

/** The steps that turn the files of an archive into a {@link Workspace}. */
final class Opened {
    private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

    private Opened() {}

    interface Unlocking {
        MasterKey unlock(Envelope envelope);
    }

    interface Opening {
        OpenArchive open(ArchivePlace place, UUID archive, Templates templates);
    }

    /** The parts of opening that do not depend on the place of the files. */
    record Steps(Templates templates, Clock clock, Unlocking unlocking, Opening opening) {}

    /** Opens an archive; where nothing can be written, for reading. */
    static Workspace open(Disk disk, Path folder, Steps steps) {
        try {
            return from(disk, folder, folder, FolderLock.take(folder), steps);
        } catch (AppException e) {
            return switch (e.code()) {
                case NOT_WRITTEN -> ReadOnlyArchive.open(folder, steps, "folder.reading");
                case DISK_FULL -> ReadOnlyArchive.open(folder, steps, "folder.full");
                default -> throw e;
            };
        }
    }

    /**
     * Opens the files of an archive.
     *
     * @param folder the folder that the user chose
     * @param files the folder with the files: the same one, or a copy
     * @param lock is closed with the archive, and if opening fails
     */
    static Workspace from(Disk disk, Path folder, Path files, Closing lock, Steps steps) {
        var closing = new ArrayList<Closing>(List.of(lock));
        try {
            ArchiveFolder.own(files);
            if (!disk.isForReading()) {
                ArchiveFolder.deleteUnfinished(files);
            }
            var opened = Envelopes.open(disk, files, steps.unlocking()::unlock);
            var envelope = opened.envelope();
            var master = opened.master();
            if (envelope.schema() > Migrations.NEWEST) {
                throw new AppException(ErrorCode.NEWER_VERSION, "tables of version " + envelope.schema());
            }
            var random = new SecureRandom();
            var place = place(disk, files, master, random, steps.clock(), Gate::arrivingValue);
            if (envelope.schema() < Migrations.NEWEST) {
                place.migrate();
            }
            if (envelope.schema() < Migrations.NEWEST || !envelope.isNewest()) {
                envelope = envelope.withSchema(master, Migrations.NEWEST);
                Envelopes.write(disk, files, envelope);
            }
            var archive = steps.opening().open(place, envelope.archive(), steps.templates());
            closing.add(0, archive::close);
            var file = draftFile(disk.forDrafts(), files, envelope, master, random, steps.clock());
            var drafts = new Drafts(file, archive.archives(), steps.templates(), steps.clock());
            if (!disk.isForReading()) {
                review(archive, drafts);
            }
            var findings = Stream.concat(opened.findings().stream(), file.findings().stream())
                    .toList();
            var workspace = new Workspace(disk, folder, lock, master, envelope, random, archive, drafts, findings);
            closing.clear();
            return workspace;
        } catch (IOException e) {
            throw Failures.of("open " + folder, e);
        } finally {
            closing.forEach(Opened::closeQuietly);
        }
    }

    private static void closeQuietly(Closing closing) {
        try {
            closing.close();
        } catch (AppException e) {
            LOG.warn("close after a failure", e);
        }
    }

    static DraftFile draftFile(
            Disk disk, Path folder, Envelope envelope, MasterKey master, SecureRandom random, Clock clock) {
        var key = new Bytes(master.derive(MasterKey.Purpose.DRAFTS));
        return DraftFile.open(disk, folder, envelope.archive(), key, random, clock.millis());
    }

    /**
     * Reviews the drafts. A failure does not stop the opening of the archive, for example on a full disk; the next
     * opening tries again.
     */
    private static void review(OpenArchive archive, Drafts drafts) {
        try {
            archive.handOverDrafts(drafts::review);
        } catch (AppException e) {
            LOG.warn("drafts could not be reviewed", e);
        }
    }

    static ArchivePlace place(
            Disk disk, Path folder, MasterKey master, SecureRandom random, Clock clock, Scrutiny scrutiny) {
        return new ArchivePlace(
                disk,
                folder,
                new Bytes(master.derive(MasterKey.Purpose.DATABASE)),
                new Bytes(master.derive(MasterKey.Purpose.LEDGER)),
                new Bytes(master.derive(MasterKey.Purpose.RECORD_KEYS)),
                random,
                clock,
                scrutiny);
    }
}
