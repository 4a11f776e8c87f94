package xindang.persistence.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** Where the files of an archive are opened. There is one real disk; tests put others that fill up or lose power. */
public interface Disk {
    /** The file system of this machine. */
    Disk REAL = OwnerOnly::open;

    FileChannel open(Path path, OpenOption... options) throws IOException;

    /** Whether the archive can be read and nothing saved in it. */
    default boolean isForReading() {
        return false;
    }

    /** Where what is typed and not saved is kept. */
    default Disk forDrafts() {
        return this;
    }

    /** More options of H2 for the database file, each behind a semicolon. */
    default String databaseOptions() {
        return "";
    }

    /** The name under which H2 opens a database file. */
    default String databaseName(Path path) {
        return path.toAbsolutePath().toString();
    }
}
