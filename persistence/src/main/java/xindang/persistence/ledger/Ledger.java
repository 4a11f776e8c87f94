package xindang.persistence.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.UUID;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.model.common.ErrorCode;
import xindang.persistence.disk.Disk;
import xindang.persistence.disk.Failures;
import xindang.persistence.disk.FileHead;
import xindang.persistence.disk.OwnerOnly;

/**
 * {@code ledger.xdl}: everything that was ever saved, in the order of saving. A commit is a run of frames the last of
 * which is flagged; what follows the last whole commit was never confirmed to anybody. One writer at a time.
 */
public final class Ledger implements AutoCloseable {
    public static final String NAME = "ledger.xdl";
    /** The largest entry, in bytes. */
    public static final int LARGEST_ENTRY = 16 * 1024 * 1024;

    private static final String MAGIC = "XDLEDGER";
    private static final int VERSION = 1;

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

    /** A new ledger without entries. */
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
     * Opens a ledger. Before anything is written, {@link #continueAt} must be told where.
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

    /** The place before the first commit. */
    public LedgerPosition start() {
        return start;
    }

    /** The place where the next commit will begin. */
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

    /** Whether the ledger holds a mark: the frame before it stands where and as the mark says. */
    public boolean holds(LedgerPosition mark) {
        try {
            return mark.equals(start) || frames.stands(channel, mark);
        } catch (IOException e) {
            throw Failures.of("read " + NAME, e);
        }
    }

    /** Follows the chain from a mark to the end of the last whole commit, without any key. */
    public LedgerPosition verify(LedgerPosition from) {
        try {
            var whole = from;
            var at = from;
            while (true) {
                var frame = frames.read(channel, at);
                if (frame.isEmpty()) {
                    return whole;
                }
                at = frame.get().after();
                if (frame.get().last()) {
                    whole = at;
                }
            }
        } catch (IOException e) {
            throw Failures.of("verify " + NAME, e);
        }
    }

    /** Is given every entry between two marks. */
    public interface Visitor {
        void entry(byte kind, byte[] body);

        /** All entries of a commit were given. */
        void committed(LedgerPosition mark);
    }

    /**
     * Reads the commits between two marks, the second one from {@link #verify}.
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

    /** Goes on with the file that has taken the place of this one. */
    public void goOnWith(Ledger written) {
        channel = written.channel;
        frames = written.frames;
        end = written.end;
    }

    /** What can be read where frames are bad. */
    public Salvage salvage() {
        return new Salvage(channel, frames);
    }

    /** Begins a commit after the last one. */
    public Commit begin() {
        return new Commit();
    }

    /** Puts on the disk what was written. */
    public void sync() {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw Failures.of("sync " + NAME, e);
        }
    }

    /** Cuts off what follows the end; whoever wants it has put it aside. */
    public void cut() {
        try {
            channel.truncate(end.end());
            channel.force(true);
        } catch (IOException e) {
            throw Failures.of("cut " + NAME, e);
        }
    }

    /** Copies what follows the end into another file. */
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

    /** Entries on their way into the file; they count once {@link #force} has returned. */
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

        /** Writes the last frame and syncs the file: from then on it counts. */
        public LedgerPosition force() {
            last();
            sync();
            end = at;
            return end;
        }

        /** Writes the last frame; {@link Ledger#sync} follows after the last of many commits. */
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

        /** Takes back what was written of a commit that will not be. */
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
