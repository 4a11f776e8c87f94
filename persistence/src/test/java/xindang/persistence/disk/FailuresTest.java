package xindang.persistence.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import xindang.model.common.ErrorCode;
import xindang.model.text.Sentences;

class FailuresTest {
    private static final int IO_EXCEPTION = 90031;

    @Test
    void whatMayNotBeWrittenIsNamedAndNotTakenForASheet() {
        for (var e : List.of(
                new AccessDeniedException("/media/archive/lock"),
                new FileSystemException("/media/archive/lock", null, "Read-only file system"))) {
            var failure = Failures.of("lock", e);
            assertEquals(ErrorCode.NOT_WRITTEN, failure.code());
            assertEquals(List.of("/media/archive/lock"), failure.args());
        }
        assertEquals(
                ErrorCode.DISK_FULL,
                Failures.of("append", new FileSystemException("/a", null, "No space left on device"))
                        .code());
        var failure = Failures.of("read", new IOException("Input/output error"));
        assertEquals(ErrorCode.UNREADABLE, failure.code());
        var sentence = Sentences.chinese().of(failure);
        assertTrue(sentence.contains("Input/output error") && sentence.contains("磁盘"), sentence);
        assertFalse(sentence.contains("表"), "a file of an archive is no sheet");
    }

    @Test
    void aFullDiskIsFoundBehindABatchThatNamesOnlyItsNextException() {
        var full = new SQLException("IO", "90031", IO_EXCEPTION, new IOException("No space left on device"));
        var batch = new BatchUpdateException("IO", "90031", IO_EXCEPTION, new int[0]);
        batch.setNextException(full);

        assertEquals(ErrorCode.DISK_FULL, Failures.of("write", batch).code());
        assertEquals(
                ErrorCode.DISK_FULL,
                Failures.of("write", new IllegalStateException(batch)).code());
        assertEquals(
                ErrorCode.FILE_DAMAGED,
                Failures.of("write", new SQLException("IO", "90031", IO_EXCEPTION))
                        .code());
    }
}
