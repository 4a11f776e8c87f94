package xindang.persistence.opening;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.law.Scrutiny;
import xindang.model.template.Templates;
import xindang.persistence.database.Database;
import xindang.persistence.database.Migrations;
import xindang.persistence.disk.Bytes;
import xindang.persistence.disk.Disk;
import xindang.persistence.disk.Failures;
import xindang.persistence.disk.ReadingDisk;
import xindang.persistence.fold.Shared;
import xindang.persistence.keys.RecordKeys;

/** The folder and keys of an archive, and the rules for received changes. */
public record ArchivePlace(
        Disk disk,
        Path folder,
        Bytes databaseKey,
        Bytes ledgerKey,
        Bytes recordKey,
        SecureRandom random,
        Clock clock,
        Scrutiny scrutiny) {
    private static final Logger LOG = LoggerFactory.getLogger(ArchivePlace.class);

    Path base() {
        return folder.resolve(Database.NAME);
    }

    Shared shared(RecordKeys keys, Templates templates) {
        return Shared.of(keys, templates, clock.getZone(), random, scrutiny);
    }

    /** Returns the reason why nothing can be saved; empty if saving is possible. */
    Optional<Supplier<AppException>> refusal() {
        return disk.isForReading()
                ? Optional.of(
                        () -> new AppException(ErrorCode.NOT_WRITTEN, "opened for reading", String.valueOf(folder)))
                : Optional.empty();
    }

    /**
     * Migrates the tables to the newest version. A file that cannot be migrated is moved aside, and the opening
     * rebuilds it.
     */
    public void migrate() {
        try {
            Migrations.migrate(disk, folder, databaseKey.array());
        } catch (AppException e) {
            if (e.code() != ErrorCode.REFUSED && !Failures.isDamage(e)) {
                throw e;
            }
            LOG.warn("tables of an earlier version are put aside", e);
            LOG.warn("put aside as {}", new Asides(this).move(Database.file(base())));
        }
    }

    /** Returns this place as a copy in another folder, which can be repaired and is for reading. */
    ArchivePlace copiedTo(Path copy) {
        return new ArchivePlace(
                new ReadingDisk(true), copy, databaseKey, ledgerKey, recordKey, random, clock, scrutiny);
    }

    /** Returns this place with other rules for received changes. */
    public ArchivePlace judging(Scrutiny other) {
        return new ArchivePlace(disk, folder, databaseKey, ledgerKey, recordKey, random, clock, other);
    }
}
