package xindang.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.persistence.disk.Failures;
import xindang.persistence.disk.OwnerOnly;
import xindang.persistence.draft.DraftFile;
import xindang.persistence.keys.RecordKeys;
import xindang.persistence.ledger.Ledger;

/** The files in an archive folder, by their names. */
final class ArchiveFolder {
    /** Files that a creation writes before the envelope. */
    private static final List<String> UNFINISHED =
            List.of(RecordKeys.NAME, Ledger.NAME, "archive.mv.db", "archive-next.mv.db");

    private static final List<String> NAMES = List.of(
            Envelopes.FIRST,
            Envelopes.SECOND,
            RecordKeys.NAME,
            Ledger.NAME,
            "archive.mv.db",
            DraftFile.NAME,
            FolderLock.NAME);

    /** Size of a ledger file in bytes. A larger one contains more than its head and the first save. */
    private static final long FOUNDED = 4096;

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveFolder.class);

    private ArchiveFolder() {}

    /** See {@link Workspace#isFree}. */
    static boolean isFree(Path folder) {
        var names = folder.toFile().list();
        return names == null
                || (!holdsRemains(folder)
                        && Arrays.stream(names)
                                .allMatch(name -> name.startsWith(".")
                                        || name.startsWith("aside-")
                                        || name.equals("lost+found")
                                        || FolderLock.isName(name)
                                        || UNFINISHED.contains(name)));
    }

    /** See {@link Workspace#holdsRemains}. */
    static boolean holdsRemains(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                if (isRemain(file, String.valueOf(file.getFileName()))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw Failures.of("look into " + folder, e);
        }
    }

    /**
     * Returns true if a file holds data of an archive, also if it was moved aside. The size of the database file is no
     * evidence, because an empty one is as large as others. The size of the ledger is.
     */
    private static boolean isRemain(Path file, String name) throws IOException {
        return name.endsWith(DraftFile.NAME)
                || (name.endsWith(Ledger.NAME) && Files.size(file) > FOUNDED)
                || (name.endsWith(RecordKeys.NAME) && Files.size(file) > RecordKeys.SLOT)
                || (name.equals("archive.mv.db") && !Files.exists(file.resolveSibling(Ledger.NAME)));
    }

    /**
     * Deletes files that an interrupted write left beside the files of an archive. They are copies, and a copy may
     * contain data of a person who is erased later.
     */
    static void deleteUnfinished(Path folder) {
        Stream.concat(Stream.of("archive-next.mv.db"), NAMES.stream().map(name -> name + ".next"))
                .map(folder::resolve)
                .forEach(file -> {
                    try {
                        Files.deleteIfExists(file);
                    } catch (IOException e) {
                        LOG.warn("an unfinished file stays", e);
                    }
                });
    }

    /** Moves the files of an unfinished creation aside. */
    static void clear(Path folder, Clock clock) throws IOException {
        for (var name : UNFINISHED) {
            var file = folder.resolve(name);
            if (Files.exists(file)) {
                Files.move(file, folder.resolve("aside-" + clock.millis() + "-" + name));
            }
        }
    }

    /**
     * Removes the permissions of other users. Files from another place, such as a USB stick, have the permissions of
     * that place.
     */
    static void own(Path folder) throws IOException {
        for (var name : NAMES) {
            OwnerOnly.file(folder.resolve(name));
        }
    }

    /** Copies the files of an archive that cannot be opened in its own folder. */
    static void copy(Path folder, Path target) throws IOException {
        for (var name : NAMES) {
            var file = folder.resolve(name);
            if (Files.exists(file) && !name.equals(FolderLock.NAME)) {
                Files.copy(file, target.resolve(name));
            }
        }
    }
}
