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
 * Lets only one program at a time use a folder. The operating system releases the lock when the process ends. The lock
 * file contains the process id, to show which process has the lock. The locked byte is far behind that text, because
 * Windows does not allow reading locked bytes.
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

    /**
     * Locks a folder.
     *
     * @throws AppException FILE_LOCKED with the folder and the id of the process that has the lock
     */
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

    /**
     * Writes the process id. An error is ignored, because only the lock matters; a full disk may have no space for the
     * id.
     */
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
