package xindang.persistence.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/**
 * The disk of a read-only archive: the real disk is full or the folder is write-protected.
 *
 * @param copied whether the files are temporary copies, which may be repaired
 */
public record ReadingDisk(boolean copied) implements Disk {
    private static final Set<OpenOption> MAKING =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.CREATE_NEW, StandardOpenOption.TRUNCATE_EXISTING);

    @Override
    public FileChannel open(Path path, OpenOption... options) throws IOException {
        if (copied) {
            return OwnerOnly.open(path, options);
        }
        if (List.of(options).stream().anyMatch(MAKING::contains)) {
            throw new AccessDeniedException(path.toString());
        }
        return FileChannel.open(path, StandardOpenOption.READ);
    }

    /** Returns a disk that refuses unsaved texts. A text in a temporary copy would be deleted with it. */
    @Override
    public Disk forDrafts() {
        return new ReadingDisk(false);
    }

    @Override
    public boolean isForReading() {
        return true;
    }

    @Override
    public boolean areFilesFixed() {
        return !copied;
    }

    @Override
    public String databaseOptions() {
        return copied ? "" : ";ACCESS_MODE_DATA=r";
    }
}
