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
import xindang.persistence.fold.Shared;
import xindang.persistence.keys.RecordKeys;

/** Where the archive lies, with what it is opened, and by what is judged that arrives. */
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

    /** Why nothing can be saved here, if so. */
    Optional<Supplier<AppException>> refusal() {
        return disk.isForReading()
                ? Optional.of(
                        () -> new AppException(ErrorCode.NOT_WRITTEN, "opened for reading", String.valueOf(folder)))
                : Optional.empty();
    }

    /** Brings the tables up to the newest version; a file of which that cannot be done is made again by the opening. */
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

    /** The same place, where what arrives is judged otherwise. */
    public ArchivePlace judging(Scrutiny other) {
        return new ArchivePlace(disk, folder, databaseKey, ledgerKey, recordKey, random, clock, other);
    }
}
