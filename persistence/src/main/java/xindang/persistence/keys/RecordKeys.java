package xindang.persistence.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.disk.Disk;
import xindang.persistence.disk.Failures;
import xindang.persistence.disk.FileHead;

/**
 * {@code keys.xdk}: a key for every record, in slots of 64 bytes (nonce, sealed key, CRC-32C), each sealed for its slot
 * and its record. A slot never crosses a sector, so it is overwritten whole: erasing a person is filling the slot with
 * zeros, after which what the ledger holds of them is noise.
 *
 * <p>New keys are collected and written by {@link #force()}. Not for several threads at once.
 */
public final class RecordKeys implements AutoCloseable {
    public static final String NAME = "keys.xdk";
    public static final int SLOT = 64;
    private static final String MAGIC = "XDKEYS\r\n";
    private static final int VERSION = 1;
    private static final int FIRST = SLOT;
    private static final int BUFFERED = 1024;

    private final FileChannel channel;
    private final byte[] key;
    private final UUID archive;
    private final SecureRandom random;
    private final Aead aead = new Aead();
    private final ByteBuffer pending = ByteBuffer.allocate(BUFFERED * SLOT);
    private long pendingSlot;
    private boolean dirty;

    private RecordKeys(FileChannel channel, byte[] key, UUID archive, SecureRandom random) {
        this.channel = channel;
        this.key = key.clone();
        this.archive = archive;
        this.random = random;
    }

    public static RecordKeys create(Disk disk, Path folder, UUID archive, byte[] key, SecureRandom random) {
        try {
            var channel = disk.open(
                    folder.resolve(NAME),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            FileHead.writeFully(channel, ByteBuffer.wrap(FileHead.of(MAGIC, VERSION, archive)), 0);
            channel.force(true);
            return new RecordKeys(channel, key, archive, random);
        } catch (IOException e) {
            throw Failures.of("create " + NAME, e);
        }
    }

    /**
     * Opens the file.
     *
     * @throws AppException NOT_FOUND, FILE_DAMAGED, NEWER_VERSION
     */
    public static RecordKeys open(Disk disk, Path folder, UUID archive, byte[] key, SecureRandom random) {
        try {
            var channel = disk.open(folder.resolve(NAME), StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                FileHead.check(channel, NAME, MAGIC, VERSION, archive);
            } catch (AppException e) {
                channel.close();
                throw e;
            }
            return new RecordKeys(channel, key, archive, random);
        } catch (IOException e) {
            throw Failures.of("open " + NAME, e);
        }
    }

    /** Makes a key for a record; the slots of one run follow each other. It is on the disk after {@link #force()}. */
    public byte[] make(long slot, UUID record) {
        var made = new byte[32];
        random.nextBytes(made);
        put(slot, record, made);
        return made;
    }

    /** Writes a key that is known from elsewhere. */
    public void put(long slot, UUID record, byte[] secret) {
        try {
            if (pending.position() > 0
                    && (!pending.hasRemaining() || slot != pendingSlot + pending.position() / SLOT)) {
                flush();
            }
            if (pending.position() == 0) {
                pendingSlot = slot;
            }
            var nonce = new byte[Aead.NONCE];
            random.nextBytes(nonce);
            var start = pending.position();
            pending.put(nonce).put(aead.seal(key, nonce, bound(slot, record), secret, 32));
            pending.putInt(FileHead.crc(pending.array(), start, SLOT - 4));
            dirty = true;
        } catch (IOException e) {
            throw Failures.of("write " + NAME, e);
        }
    }

    /** Puts all new keys on the disk; costs nothing when there are none. */
    public void force() {
        if (!dirty) {
            return;
        }
        try {
            flush();
            channel.force(false);
            dirty = false;
        } catch (IOException e) {
            throw Failures.of("sync " + NAME, e);
        }
    }

    /** Forgets new keys that are not yet written: their save has failed. */
    public void forget() {
        pending.clear();
    }

    /**
     * The key of a record, absent when it was erased.
     *
     * @throws AppException FILE_DAMAGED
     */
    public Optional<byte[]> find(long slot, UUID record) {
        try {
            flush();
            var bytes = ByteBuffer.allocate(SLOT);
            FileHead.readFully(channel, bytes, position(slot));
            if (bytes.hasRemaining()) {
                throw new AppException(ErrorCode.FILE_DAMAGED, NAME + " ends before slot " + slot, NAME);
            }
            var array = bytes.array();
            if (isZero(array)) {
                return Optional.empty();
            }
            if (bytes.getInt(SLOT - 4) != FileHead.crc(array, 0, SLOT - 4)) {
                throw new AppException(ErrorCode.FILE_DAMAGED, NAME + ": slot " + slot, NAME);
            }
            var nonce = java.util.Arrays.copyOf(array, Aead.NONCE);
            return Optional.of(Aead.open(key, nonce, bound(slot, record), array, Aead.NONCE, 32 + Aead.TAG));
        } catch (IOException e) {
            throw Failures.of("read " + NAME, e);
        }
    }

    /** Whether a slot holds nothing; one behind the end of the file does not count as erased. */
    public boolean isErased(long slot) {
        try {
            flush();
            var bytes = ByteBuffer.allocate(SLOT);
            FileHead.readFully(channel, bytes, position(slot));
            return !bytes.hasRemaining() && isZero(bytes.array());
        } catch (IOException e) {
            throw Failures.of("read " + NAME, e);
        }
    }

    private static boolean isZero(byte[] bytes) {
        for (var b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** Destroys keys, on the disk when this returns; costs nothing when there are none. */
    public void erase(Collection<Long> slots) {
        if (slots.isEmpty()) {
            return;
        }
        try {
            flush();
            for (var slot : slots) {
                FileHead.writeFully(channel, ByteBuffer.allocate(SLOT), position(slot));
            }
            channel.force(false);
        } catch (IOException e) {
            throw Failures.of("erase in " + NAME, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            java.util.Arrays.fill(key, (byte) 0);
        } catch (IOException e) {
            throw Failures.of("close " + NAME, e);
        }
    }

    private void flush() throws IOException {
        if (pending.position() > 0) {
            pending.flip();
            FileHead.writeFully(channel, pending, position(pendingSlot));
            pending.clear();
        }
    }

    private static long position(long slot) {
        return FIRST + slot * SLOT;
    }

    private byte[] bound(long slot, UUID record) {
        return ByteBuffer.allocate(40)
                .putLong(archive.getMostSignificantBits())
                .putLong(archive.getLeastSignificantBits())
                .putLong(slot)
                .putLong(record.getMostSignificantBits())
                .putLong(record.getLeastSignificantBits())
                .array();
    }
}
