package xindang.persistence.opening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.common.AppException;
import xindang.persistence.database.Database;
import xindang.persistence.disk.AtomicFile;
import xindang.persistence.disk.Failures;
import xindang.persistence.disk.FileHead;
import xindang.persistence.draft.DraftFile;
import xindang.persistence.fold.Losses;
import xindang.persistence.fold.RecordErasures;
import xindang.persistence.fold.Shared;
import xindang.persistence.keys.RecordKeys;
import xindang.persistence.ledger.Ledger;

/**
 * Deletes the files moved aside that may contain data of an erased person (个人信息保护法 article 47): database files with
 * rows and keys, key files, unsaved texts, and ledgers. While a loss is reported, ledgers stay, because the report names
 * them; an erased person in them cannot be decrypted without the key.
 *
 * <p>Nothing confirmed is lost: a file is deleted only if the ledger is undamaged to its end and the key file has the
 * key of each record.
 */
final class AsideErasure {
    private static final Logger LOG = LoggerFactory.getLogger(AsideErasure.class);
    private static final List<String> WITH_ROWS_OR_KEYS = List.of(Database.ENDING, RecordKeys.NAME, DraftFile.NAME);

    private final Path folder;
    private final UUID archive;
    private final Database database;
    private final Ledger ledger;
    private final Shared shared;

    AsideErasure(ArchivePlace place, UUID archive, Database database, Ledger ledger, Shared shared) {
        folder = place.folder();
        this.archive = archive;
        this.database = database;
        this.ledger = ledger;
        this.shared = shared;
    }

    /** Returns the names of the files moved aside that may contain data of an erased person. */
    List<String> names() {
        var names = folder.toFile().list((parent, name) -> mayHold(name));
        return names == null ? List.of() : Arrays.stream(names).sorted().toList();
    }

    private boolean mayHold(String name) {
        return name.startsWith(Asides.PREFIX)
                && (WITH_ROWS_OR_KEYS.stream().anyMatch(name::endsWith)
                        || (name.endsWith(Ledger.NAME) && Losses.of(database).isEmpty()))
                && !FileHead.isOfAnother(folder.resolve(name), archive);
    }

    /**
     * Deletes the files if any record was erased and the archive is undamaged. A failure is logged; the next opening
     * tries again. Call it only while nothing is written.
     *
     * @return the names of the deleted files
     */
    List<String> run() {
        try {
            var names = names();
            if (names.isEmpty() || !isAnyErased()) {
                return List.of();
            }
            if (!isUndamaged()) {
                LOG.warn("files moved aside stay until the archive is repaired: {}", names);
                return List.of();
            }
            var deleted = names.stream().filter(this::delete).toList();
            AtomicFile.syncFolder(folder.resolve(Ledger.NAME));
            LOG.info("files moved aside are deleted, because people were erased: {}", deleted);
            return deleted;
        } catch (SQLException | IOException | AppException e) {
            LOG.warn("files moved aside stay", e);
            return List.of();
        }
    }

    private boolean isAnyErased() throws SQLException {
        try (var connection = database.connection()) {
            return RecordErasures.any(connection);
        }
    }

    private boolean isUndamaged() {
        return ledger.verify(ledger.start()).equals(ledger.end())
                && Inspection.keys(database, shared).isEmpty();
    }

    private boolean delete(String name) {
        try {
            return Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            LOG.warn("{} stays", name, Failures.of("delete " + name, e));
            return false;
        }
    }
}
