package xindang.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import xindang.persistence.disk.Disk;

/** A disk on which only so many more bytes can be written, for our files and for the one of H2. */
final class SmallDisk implements Disk {
    private static final AtomicLong SPACE = new AtomicLong(Long.MAX_VALUE);

    private final boolean database;

    private SmallDisk(boolean database) {
        this.database = database;
    }

    /** Ledger and keys are on the small disk. */
    static SmallDisk ofFiles() {
        SPACE.set(Long.MAX_VALUE);
        return new SmallDisk(false);
    }

    /** The database is on the small disk. */
    static SmallDisk ofDatabase() {
        SPACE.set(Long.MAX_VALUE);
        FilePath.register(new SmallPath());
        return new SmallDisk(true);
    }

    void space(long bytes) {
        SPACE.set(bytes);
    }

    @Override
    public FileChannel open(Path path, OpenOption... options) throws IOException {
        var channel = FileChannel.open(path, options);
        return database ? channel : new SmallChannel(channel);
    }

    @Override
    public String databaseName(Path path) {
        return (database ? "small:" : "") + path.toAbsolutePath();
    }

    /** The file system that H2 sees. */
    public static final class SmallPath extends FilePathWrapper {
        @Override
        public String getScheme() {
            return "small";
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            return new SmallChannel(super.open(mode));
        }
    }

    private static final class SmallChannel extends DelegatingChannel {
        SmallChannel(FileChannel channel) {
            super(channel);
        }

        private void take(ByteBuffer bytes) throws IOException {
            if (SPACE.addAndGet(-bytes.remaining()) < 0) {
                SPACE.set(0);
                throw new IOException("No space left on device");
            }
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            take(bytes);
            return super.write(bytes);
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            take(bytes);
            return super.write(bytes, position);
        }

        @Override
        public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
            for (var i = offset; i < offset + length; i++) {
                take(bytes[i]);
            }
            return super.write(bytes, offset, length);
        }
    }
}
