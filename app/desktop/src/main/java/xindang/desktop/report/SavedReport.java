package xindang.desktop.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.disk.Failures;

/** Writes a report as a file: the whole file, or none. */
final class SavedReport {
    private SavedReport() {}

    /**
     * Writes the bytes beside the file, logs the report, and gives the bytes their name. A report without a log entry
     * never has its name.
     *
     * @throws AppException DISK_FULL, NOT_WRITTEN with the file name, or a failure of the log; an existing file then
     *     stays as it was
     */
    static void write(Path file, byte[] bytes, Runnable log) {
        try {
            var part = Files.createTempFile(file.toAbsolutePath().resolveSibling(""), ".xindang-", ".part");
            try {
                Files.write(part, bytes);
                log.run();
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            var failure = Failures.of("write a report", e);
            throw failure.code() == ErrorCode.DISK_FULL
                    ? failure
                    : new AppException(ErrorCode.NOT_WRITTEN, "cannot write", e, String.valueOf(file.getFileName()));
        }
    }
}
