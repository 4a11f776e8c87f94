package xindang.persistence.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** Opens the files of an archive. Tests replace the real disk by one that becomes full or loses power. */
public interface Disk {
    /** The file system of this machine. */
    Disk REAL = OwnerOnly::open;

    FileChannel open(Path path, OpenOption... options) throws IOException;

    /** Returns true if the archive can be read but not saved. */
    default boolean isForReading() {
        return false;
    }

    /** Returns true if no file of the archive can be written or repaired in its place. */
    default boolean areFilesFixed() {
        return false;
    }

    /** Returns the disk for unsaved texts. */
    default Disk forDrafts() {
        return this;
    }

    /** Returns further H2 options for the database file, each after a semicolon. */
    default String databaseOptions() {
        return "";
    }

    /** Returns the name that H2 uses to open a database file. */
    default String databaseName(Path path) {
        return path.toAbsolutePath().toString();
    }
}
