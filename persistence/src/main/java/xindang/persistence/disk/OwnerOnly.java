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

/**
 * Files and folders that only their owner reads, whatever folder they are put into. Where the file system knows no owners, as on
 * a stick, they are as all files there.
 */
public final class OwnerOnly {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<?>[] ATTRIBUTES =
            POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)} : new FileAttribute<?>[0];

    private OwnerOnly() {}

    /** Opens a file; one that is made now is its owner's from the first moment. */
    public static FileChannel open(Path path, OpenOption... options) throws IOException {
        var wanted = Set.of(options);
        return wanted.contains(StandardOpenOption.CREATE) || wanted.contains(StandardOpenOption.CREATE_NEW)
                ? FileChannel.open(path, wanted, ATTRIBUTES)
                : FileChannel.open(path, options);
    }

    /** Makes a folder and those above it that are missing; one that is there keeps its rights. */
    public static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            if (POSIX) {
                Files.setPosixFilePermissions(folder, FOLDER);
            }
        }
    }

    /** Takes the rights of all others from a file that something else has made. */
    public static void file(Path file) throws IOException {
        if (POSIX
                && Files.isRegularFile(file)
                && !Files.getPosixFilePermissions(file).equals(FILE)) {
            Files.setPosixFilePermissions(file, FILE);
        }
    }
}
