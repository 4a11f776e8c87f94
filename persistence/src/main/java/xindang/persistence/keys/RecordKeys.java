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
import java.util.function.LongPredicate;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.disk.Disk;
import xindang.persistence.disk.Failures;
import xindang.persistence.disk.FileHead;
import xindang.persistence.disk.OneBit;

/**
 * The key file {@code keys.xdk}: one key for each record, in slots of 64 bytes (nonce, encrypted key, CRC-32C). Each
 * key is bound to its slot and its record. A slot never crosses a sector, so it is always overwritten completely.
 *
 * <p>Erasing a person overwrites the slot with zeros. The data of that person in the ledger can then no longer be
 * decrypted.
 *
 * <p>New keys are collected and written by {@link #force()}. Only one thread may use an instance at a time.
 */
public final class RecordKeys implements AutoCloseable {
    public static final String NAME = "keys.xdk";
    public static final int SLOT = 64;
    private static final String MAGIC = "XDKEYS\r\n";
    private static final int VERSION = 1;
    private static final int FIRST = SLOT;
    /** More slots than any archive has: a larger number is damaged. */
    private static final long MOST = 1L << 40;

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
                FileHead.checkOrMend(channel, NAME, MAGIC, VERSION, archive);
            } catch (AppException e) {
                channel.close();
                throw e;
            }
            return new RecordKeys(channel, key, archive, random);
        } catch (IOException e) {
            throw Failures.of("open " + NAME, e);
        }
    }

    /**
     * Makes a key for a record. The slots of one run must be consecutive. The key is on the disk after
     * {@link #force()}.
     */
    public byte[] make(long slot, UUID record) {
        var made = new byte[32];
        random.nextBytes(made);
        put(slot, record, made);
        return made;
    }

    /** Writes an existing key. */
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

    /** Writes all new keys to the disk. Does nothing if there are none. */
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

    /** Discards new keys that are not written yet, because their save failed. */
    public void forget() {
        pending.clear();
    }

    /**
     * Returns the key of a record; empty if it was erased.
     *
     * @throws AppException FILE_DAMAGED
     */
    public Optional<byte[]> find(long slot, UUID record) {
        var bytes = slot(slot);
        if (bytes.length < SLOT) {
            throw new AppException(ErrorCode.FILE_DAMAGED, NAME + " ends before slot " + slot, NAME);
        }
        if (isZero(bytes, 0)) {
            return Optional.empty();
        }
        if (!isWhole(bytes, 0)) {
            // decrypting it below shows whether the correction was right
            OneBit.correct(bytes, 0, SLOT - 4, ByteBuffer.wrap(bytes).getInt(SLOT - 4));
        }
        return Optional.of(opened(bytes, slot, record));
    }

    /** Whether a key of a record can be read in a slot, whichever it is. */
    public boolean isReadable(long slot, UUID record) {
        try {
            return find(slot, record).isPresent();
        } catch (AppException e) {
            return false;
        }
    }

    /** Whether a slot is whole and holds this key. */
    public boolean holds(long slot, UUID record, byte[] secret) {
        var bytes = slot(slot);
        if (bytes.length < SLOT || !isWhole(bytes, 0)) {
            return false;
        }
        try {
            return java.util.Arrays.equals(opened(bytes, slot, record), secret);
        } catch (AppException e) {
            return false;
        }
    }

    private byte[] opened(byte[] array, long slot, UUID record) {
        var nonce = java.util.Arrays.copyOf(array, Aead.NONCE);
        return Aead.open(key, nonce, bound(slot, record), array, Aead.NONCE, 32 + Aead.TAG);
    }

    /** Returns the bytes of a slot; fewer if the file ends before. */
    private byte[] slot(long slot) {
        return slots(slot, 1);
    }

    private byte[] slots(long from, int count) {
        if (from < 0 || from > MOST) {
            return new byte[0];
        }
        try {
            flush();
            var bytes = ByteBuffer.allocate(count * SLOT);
            FileHead.readPossible(channel, bytes, position(from));
            return java.util.Arrays.copyOf(bytes.array(), bytes.position());
        } catch (IOException e) {
            throw Failures.of("read " + NAME, e);
        }
    }

    private static boolean isWhole(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getInt(at + SLOT - 4) == FileHead.crc(bytes, at, SLOT - 4);
    }

    /**
     * Checks the bytes of slots without decrypting them.
     *
     * @param slots number of slots that must exist
     * @param expected true for a slot that must contain a key; the others must contain zeros
     * @return true if a slot is not as expected or the file is too short
     */
    public boolean isDamaged(long slots, LongPredicate expected) {
        for (var from = 0L; from < slots; from += BUFFERED) {
            var count = (int) Math.min(BUFFERED, slots - from);
            var bytes = slots(from, count);
            if (bytes.length < count * SLOT) {
                return true;
            }
            for (var i = 0; i < count; i++) {
                var zero = isZero(bytes, i * SLOT);
                if (expected.test(from + i) ? zero || !isWhole(bytes, i * SLOT) : !zero) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Removes slots that no save uses, for example after a failed save. */
    public void cut(long slots) {
        try {
            pending.clear();
            if (channel.size() > position(slots)) {
                channel.truncate(position(slots));
            }
        } catch (IOException e) {
            throw Failures.of("cut " + NAME, e);
        }
    }

    /** Returns true if a slot contains only zeros. A slot after the end of the file does not count as erased. */
    public boolean isErased(long slot) {
        var bytes = slot(slot);
        return bytes.length == SLOT && isZero(bytes, 0);
    }

    private static boolean isZero(byte[] bytes, int at) {
        for (var i = at; i < at + SLOT; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Erases keys. They are erased on the disk when this method returns. Does nothing for an empty list. */
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
