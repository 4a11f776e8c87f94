package xindang.persistence.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files and folders that only their owner reads, whatever folder they are put into. Where the file system knows no owners, as on
 * a stick, or the file is somebody else's, the rights stay as they are: an archive that can be read is opened.
 */
public final class OwnerOnly {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<?>[] ATTRIBUTES =
            POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)} : new FileAttribute<?>[0];

    private static final Logger LOG = LoggerFactory.getLogger(OwnerOnly.class);

    private OwnerOnly() {}

    /** Opens a file. A new file belongs to its owner only from the start. */
    public static FileChannel open(Path path, OpenOption... options) throws IOException {
        var wanted = Set.of(options);
        return wanted.contains(StandardOpenOption.CREATE) || wanted.contains(StandardOpenOption.CREATE_NEW)
                ? FileChannel.open(path, wanted, ATTRIBUTES)
                : FileChannel.open(path, options);
    }

    /** Creates a folder and its missing parents. An existing folder keeps its permissions. */
    public static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            if (POSIX) {
                set(folder, FOLDER);
            }
        }
    }

    /** Removes the permissions of other users from an existing file. */
    public static void file(Path file) throws IOException {
        if (POSIX
                && Files.isRegularFile(file)
                && !Files.getPosixFilePermissions(file).equals(FILE)) {
            set(file, FILE);
        }
    }

    private static void set(Path path, Set<PosixFilePermission> rights) {
        try {
            Files.setPosixFilePermissions(path, rights);
        } catch (IOException e) {
            LOG.info("the rights stay as they are", e);
        }
    }
}
