package xindang.persistence.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Temporary folders with copies of archive files, which are encrypted as the archive is. The name contains the id of
 * the process, so that a later one deletes what a killed one left.
 */
public final class TemporaryFolder {
    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);
    private static final String PREFIX = "xindang-";

    private TemporaryFolder() {}

    /** Creates an empty folder, and deletes those of processes that have ended. */
    public static Path create() throws IOException {
        var made = Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
        try (var others = Files.newDirectoryStream(made.resolveSibling(""), PREFIX + "*-*")) {
            for (var other : others) {
                if (isOfEndedProcess(String.valueOf(other.getFileName()))) {
                    delete(other);
                }
            }
        }
        return made;
    }

    private static boolean isOfEndedProcess(String name) {
        var pid = name.substring(PREFIX.length(), name.indexOf('-', PREFIX.length()));
        return pid.matches("[0-9]{1,18}")
                && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    /** Deletes a folder with its files. A failure is logged. */
    public static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("a temporary copy could not be deleted: {}", folder, e);
        }
    }
}
