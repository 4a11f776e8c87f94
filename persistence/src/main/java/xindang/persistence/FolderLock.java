package xindang.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.disk.Failures;
import xindang.persistence.disk.OwnerOnly;

/**
 * One program at a time works in a folder. The system lets go of the lock when the program ends, however it ends; the
 * file holds the number of the process, to tell people who has it. The locked byte lies far behind that text, because
 * Windows lets nobody read locked bytes.
 */
final class FolderLock implements Closing {
    private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);
    static final String NAME = "lock";
    private static final long BYTE = 1L << 40;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static boolean isName(String file) {
        return file.equals(NAME);
    }

    /** @throws AppException FILE_LOCKED with the folder and the number of the process that has it */
    static FolderLock take(Path folder) {
        var file = folder.resolve(NAME);
        try {
            var channel = OwnerOnly.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var taken = false;
            try {
                taken = channel.tryLock(BYTE, 1, false) != null;
            } catch (OverlappingFileLockException e) {
                taken = false;
            }
            if (!taken) {
                channel.close();
                throw new AppException(ErrorCode.FILE_LOCKED, folder + " is in use", folder.toString(), owner(file));
            }
            var pid = String.valueOf(ProcessHandle.current().pid());
            write(channel, pid);
            return new FolderLock(channel);
        } catch (IOException e) {
            throw Failures.of("lock " + folder, e);
        }
    }

    /** A full disk has no room for the number; what counts is the lock. */
    private static void write(FileChannel channel, String pid) {
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
        } catch (IOException e) {
            LOG.info("no number of a process in the lock", e);
        }
    }

    private static String owner(Path file) throws IOException {
        return Files.size(file) > 20
                ? ""
                : Files.readString(file, StandardCharsets.US_ASCII).strip();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw Failures.of("unlock", e);
        }
    }
}
