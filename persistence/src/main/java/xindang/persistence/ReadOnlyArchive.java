package xindang.persistence;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.disk.Failures;
import xindang.persistence.disk.ReadingDisk;
import xindang.persistence.disk.TemporaryFolder;

/**
 * Opens an archive read-only, because its folder or disk cannot be written. Undamaged files are read in their own
 * folder. Otherwise copies in a temporary folder are repaired and read, and deleted at the end.
 */
final class ReadOnlyArchive {
    private static final Logger LOG = LoggerFactory.getLogger(ReadOnlyArchive.class);

    private ReadOnlyArchive() {}

    /**
     * Opens an archive read-only.
     *
     * @param why code of the finding that explains why nothing can be saved
     */
    static Workspace open(Path folder, Opened.Steps steps, String why) {
        var finding = ArchiveFinding.of(why, ArchiveFinding.Severity.NOTE, folder.toString());
        try {
            return Opened.from(new ReadingDisk(false), folder, folder, () -> {}, steps)
                    .with(finding);
        } catch (AppException e) {
            if (!Failures.isDamage(e) && e.code() != ErrorCode.NOT_WRITTEN && e.code() != ErrorCode.DISK_FULL) {
                throw e;
            }
            LOG.info("read from a copy", e);
        } catch (RuntimeException e) {
            // the repair tried to write to files that are open for reading
            LOG.info("read from a copy", e);
        }
        return ofCopy(folder, steps).with(finding);
    }

    private static Workspace ofCopy(Path folder, Opened.Steps steps) {
        try {
            var copy = TemporaryFolder.create();
            try {
                ArchiveFolder.copy(folder, copy);
            } catch (IOException e) {
                TemporaryFolder.delete(copy);
                throw e;
            }
            return Opened.from(new ReadingDisk(true), folder, copy, () -> TemporaryFolder.delete(copy), steps);
        } catch (IOException e) {
            throw Failures.of("copy " + folder, e);
        }
    }
}
