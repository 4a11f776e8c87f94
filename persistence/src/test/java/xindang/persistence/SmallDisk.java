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
    private String badFile = "";
    private long badAt;

    private SmallDisk(boolean database) {
        this.database = database;
    }

    /** Ledger and keys are on the small disk. */
    static SmallDisk ofFiles() {
        SPACE.set(Long.MAX_VALUE);
        return new SmallDisk(false);
    }

    /** A disk of which a sector of one file cannot be read. */
    static SmallDisk withBadSector(String file, long at) {
        SPACE.set(Long.MAX_VALUE);
        var disk = new SmallDisk(false);
        disk.badFile = file;
        disk.badAt = at / 512 * 512;
        return disk;
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
        var isBad = !badFile.isEmpty() && path.endsWith(badFile);
        if (isBad) {
            // the file that takes its place lies elsewhere
            badFile = "";
        }
        return database ? channel : new SmallChannel(channel, isBad ? badAt : -1);
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
            return new SmallChannel(super.open(mode), -1);
        }
    }

    private static final class SmallChannel extends DelegatingChannel {
        /** Where the sector begins that cannot be read, until it is written again; -1 for none. */
        private long bad;

        SmallChannel(FileChannel channel, long bad) {
            super(channel);
            this.bad = bad;
        }

        private boolean isBad(ByteBuffer bytes, long position) {
            return bad >= 0 && position < bad + 512 && position + bytes.remaining() > bad;
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
            bad = isBad(bytes, position) ? -1 : bad;
            return super.write(bytes, position);
        }

        @Override
        public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
            for (var i = offset; i < offset + length; i++) {
                take(bytes[i]);
            }
            return super.write(bytes, offset, length);
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            if (isBad(bytes, position)) {
                throw new IOException("Input/output error");
            }
            return super.read(bytes, position);
        }
    }
}
