package xindang.persistence.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.LongConsumer;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.model.common.ErrorCode;
import xindang.persistence.disk.Disk;
import xindang.persistence.disk.Failures;
import xindang.persistence.disk.FileHead;
import xindang.persistence.disk.OwnerOnly;

/**
 * The ledger file {@code ledger.xdl}: all saves in their order. A commit is a run of frames; its last frame has a flag.
 * Bytes after the last complete commit were never confirmed. Only one writer may use it at a time.
 */
public final class Ledger implements AutoCloseable {
    public static final String NAME = "ledger.xdl";
    /** The largest entry, in bytes. */
    public static final int LARGEST_ENTRY = 16 * 1024 * 1024;

    private static final String MAGIC = "XDLEDGER";
    private static final int VERSION = 1;
    /** Frames between two reports of how far a look at all of them came. */
    private static final int SAID = 64;

    private FileChannel channel;
    private Frames frames;
    private final LedgerPosition start;
    private LedgerPosition end;

    private Ledger(FileChannel channel, Frames frames, LedgerPosition start) {
        this.channel = channel;
        this.frames = frames;
        this.start = start;
        this.end = start;
    }

    /** Creates an empty ledger. */
    public static Ledger create(Disk disk, Path file, UUID archive, byte[] key, SecureRandom random) {
        try {
            var channel =
                    disk.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
            var head = FileHead.of(MAGIC, VERSION, archive);
            FileHead.writeFully(channel, ByteBuffer.wrap(head), 0);
            channel.force(true);
            return new Ledger(channel, new Frames(key, random), start(head));
        } catch (IOException e) {
            throw Failures.of("create " + NAME, e);
        }
    }

    /**
     * Opens a ledger. Call {@link #continueAt} before anything is written.
     *
     * @throws AppException NOT_FOUND, FILE_DAMAGED, NEWER_VERSION
     */
    public static Ledger open(Disk disk, Path file, UUID archive, byte[] key, SecureRandom random) {
        try {
            var channel = disk.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                var head = FileHead.checkOrMend(channel, NAME, MAGIC, VERSION, archive);
                return new Ledger(channel, new Frames(key, random), start(head));
            } catch (AppException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw Failures.of("open " + NAME, e);
        }
    }

    private static LedgerPosition start(byte[] head) {
        return new LedgerPosition(0, 0, FileHead.SIZE, Digest.of(head));
    }

    /** Returns the mark before the first commit. */
    public LedgerPosition start() {
        return start;
    }

    /** Returns the mark at which the next commit begins. */
    public LedgerPosition end() {
        return end;
    }

    public void continueAt(LedgerPosition mark) {
        end = mark;
    }

    public long size() {
        try {
            return channel.size();
        } catch (IOException e) {
            throw Failures.of("size of " + NAME, e);
        }
    }

    /** Returns true if the ledger contains a mark: the frame before it is as the mark describes. */
    public boolean holds(LedgerPosition mark) {
        try {
            return mark.equals(start) || frames.stands(channel, mark);
        } catch (IOException e) {
            throw Failures.of("read " + NAME, e);
        }
    }

    /** Follows the chain from a mark and returns the end of the last complete commit. It needs no key. */
    public LedgerPosition verify(LedgerPosition from) {
        return verify(from, at -> {});
    }

    /** The same; says from time to time how many bytes were read. */
    public LedgerPosition verify(LedgerPosition from, LongConsumer reading) {
        try {
            var whole = from;
            var at = from;
            while (true) {
                var frame = frames.read(channel, at);
                if (frame.isEmpty()) {
                    return whole;
                }
                at = frame.get().after();
                if (at.frames() % SAID == 0) {
                    reading.accept(at.end());
                }
                if (frame.get().last()) {
                    whole = at;
                }
            }
        } catch (IOException e) {
            throw Failures.of("verify " + NAME, e);
        }
    }

    /** Receives the entries between two marks. */
    public interface Visitor {
        void entry(byte kind, byte[] body);

        /** Called after all entries of a commit. */
        void committed(LedgerPosition mark);
    }

    /**
     * Reads the commits between two marks. The second mark must come from {@link #verify}.
     *
     * @throws AppException FILE_DAMAGED
     */
    public void read(LedgerPosition from, LedgerPosition to, Visitor visitor) {
        try {
            var at = from;
            var assembler = new Assembler(visitor);
            while (at.end() < to.end()) {
                var frame = frames.read(channel, at)
                        .orElseThrow(() -> new AppException(ErrorCode.FILE_DAMAGED, "frame in " + NAME, NAME));
                assembler.take(frames.open(frame));
                at = frame.after();
                if (frame.last()) {
                    assembler.commit(at);
                }
            }
        } catch (IOException e) {
            throw Failures.of("read " + NAME, e);
        }
    }

    /** Continues with the file that replaced this one. */
    public void goOnWith(Ledger written) {
        channel = written.channel;
        frames = written.frames;
        end = written.end;
    }

    /** Returns a reader for a ledger with bad frames. */
    public Salvage salvage() {
        return new Salvage(channel, frames);
    }

    /** Begins a commit after the last one. */
    public Commit begin() {
        return new Commit();
    }

    /** Forces written bytes to the disk. */
    public void sync() {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw Failures.of("sync " + NAME, e);
        }
    }

    /** Removes all bytes after the end. A caller that needs them must copy them first. */
    public void cut() {
        try {
            channel.truncate(end.end());
            channel.force(true);
        } catch (IOException e) {
            throw Failures.of("cut " + NAME, e);
        }
    }

    /** Copies all bytes after the end into another file. */
    public void setAside(Path target) {
        try (var out = OwnerOnly.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var position = end.end();
            var size = channel.size();
            while (position < size) {
                position += channel.transferTo(position, size - position, out);
            }
            out.force(true);
        } catch (IOException e) {
            throw Failures.of("set aside the tail of " + NAME, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw Failures.of("close " + NAME, e);
        }
    }

    /** Entries that are being written. They are confirmed after {@link #force} returns. */
    public final class Commit {
        private final byte[] plain = new byte[Frames.WRITTEN];
        private int filled;
        private LedgerPosition at = end;

        private Commit() {}

        public void add(byte kind, byte[] body) {
            if (body.length > LARGEST_ENTRY) {
                throw new AppException(ErrorCode.USAGE, "entry of " + body.length + " bytes");
            }
            var head = ByteBuffer.allocate(5).put(kind).putInt(body.length).array();
            put(head);
            put(body);
        }

        /** Writes the last frame and syncs the file. Then the commit is confirmed. */
        public LedgerPosition force() {
            last();
            sync();
            end = at;
            return end;
        }

        /** Writes the last frame without a sync. Call {@link Ledger#sync} after the last of several commits. */
        public void write() {
            last();
            end = at;
        }

        private void last() {
            try {
                at = frames.write(channel, at, plain, filled, Frames.LAST);
            } catch (IOException e) {
                throw Failures.of("append to " + NAME, e);
            }
        }

        /** Removes the written bytes of a failed commit. */
        public void withdraw() {
            if (channel.isOpen() && size() > end.end()) {
                cut();
            }
        }

        private void put(byte[] bytes) {
            var from = 0;
            while (from < bytes.length) {
                if (filled == plain.length) {
                    try {
                        at = frames.write(channel, at, plain, filled, 0);
                    } catch (IOException e) {
                        throw Failures.of("append to " + NAME, e);
                    }
                    filled = 0;
                }
                var part = Math.min(bytes.length - from, plain.length - filled);
                System.arraycopy(bytes, from, plain, filled, part);
                filled += part;
                from += part;
            }
        }
    }
}
