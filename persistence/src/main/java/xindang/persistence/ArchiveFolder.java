package xindang.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import xindang.persistence.disk.Failures;
import xindang.persistence.disk.OwnerOnly;
import xindang.persistence.draft.DraftFile;
import xindang.persistence.keys.RecordKeys;
import xindang.persistence.ledger.Ledger;

/** The files of an archive by their names. */
final class ArchiveFolder {
    /** What a creation makes before the envelope. */
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

    /** More than the head and the first save of a ledger. */
    private static final long FOUNDED = 4096;

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

    /** Also under the name of a file that was put aside. An empty database is as large as others; its ledger says more. */
    private static boolean isRemain(Path file, String name) throws IOException {
        return name.endsWith(DraftFile.NAME)
                || (name.endsWith(Ledger.NAME) && Files.size(file) > FOUNDED)
                || (name.endsWith(RecordKeys.NAME) && Files.size(file) > RecordKeys.SLOT)
                || (name.equals("archive.mv.db") && !Files.exists(file.resolveSibling(Ledger.NAME)));
    }

    /** Puts aside what a creation left that did not come to its end. */
    static void clear(Path folder, Clock clock) throws IOException {
        for (var name : UNFINISHED) {
            var file = folder.resolve(name);
            if (Files.exists(file)) {
                Files.move(file, folder.resolve("aside-" + clock.millis() + "-" + name));
            }
        }
    }

    /** Files that came from elsewhere, as by a stick, have the rights of there. */
    static void own(Path folder) throws IOException {
        for (var name : NAMES) {
            OwnerOnly.file(folder.resolve(name));
        }
    }

    /** Copies the files of an archive that cannot be opened where it lies. */
    static void copy(Path folder, Path target) throws IOException {
        for (var name : NAMES) {
            var file = folder.resolve(name);
            if (Files.exists(file) && !name.equals(FolderLock.NAME)) {
                Files.copy(file, target.resolve(name));
            }
        }
    }
}
