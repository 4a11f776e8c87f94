package xindang.persistence.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.persistence.disk.FileHead;
import xindang.persistence.disk.OneBit;
import xindang.persistence.keys.Aead;

/**
 * Reads and writes the frames of a ledger, at most 64 KiB each:
 *
 * <pre>
 * length of the sealed bytes u32 | flags u32 | number u64 | nonce 12 | sealed bytes | hash 32 | CRC-32C u32
 * </pre>
 *
 * <p>The hash is the SHA-256 of the previous hash and of all earlier bytes of this frame. Therefore the chain can be
 * verified without a key. The encrypted bytes are bound to the previous hash and the head of the frame, so no frame can
 * be moved.
 */
final class Frames {
    static final int HEAD = 28;
    static final int OVERHEAD = HEAD + Aead.TAG + 32 + 4;
    static final int LARGEST = 64 * 1024;
    static final int PLAIN = LARGEST - OVERHEAD;
    /** Bytes written into one frame. Small frames limit the loss at a bad sector to one or two frames. */
    static final int WRITTEN = 8 * 1024 - OVERHEAD;

    static final int LAST = 1;

    private final byte[] key;
    private final SecureRandom random;
    private final Aead aead = new Aead();
    private final MessageDigest sha = Digest.sha256();

    Frames(byte[] key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    /** A frame with a correct CRC and hash. */
    record Frame(LedgerPosition before, LedgerPosition after, boolean last, ByteBuffer bytes) {}

    /** Writes one frame after a mark and returns the mark after the frame. */
    LedgerPosition write(FileChannel channel, LedgerPosition after, byte[] plain, int length, int flags)
            throws IOException {
        var nonce = new byte[Aead.NONCE];
        random.nextBytes(nonce);
        var frame = ByteBuffer.allocate(OVERHEAD + length);
        frame.putInt(length + Aead.TAG).putInt(flags).putLong(after.frames()).put(nonce);
        var previous = HexFormat.of().parseHex(after.hash());
        frame.put(aead.seal(key, nonce, bound(previous, frame.array()), plain, length));
        sha.update(previous);
        sha.update(frame.array(), 0, frame.position());
        var hash = sha.digest();
        frame.put(hash);
        frame.putInt(FileHead.crc(frame.array(), 0, frame.position()));
        frame.flip();
        FileHead.writeFully(channel, frame, after.end());
        return new LedgerPosition(
                after.frames() + 1,
                after.end(),
                after.end() + frame.limit(),
                HexFormat.of().formatHex(hash));
    }

    /** Returns the frame after a mark; empty if the bytes there are not a valid next frame. */
    Optional<Frame> read(FileChannel channel, LedgerPosition after) throws IOException {
        var head = ByteBuffer.allocate(HEAD);
        FileHead.readPossible(channel, head, after.end());
        if (head.hasRemaining()) {
            return Optional.empty();
        }
        var length = head.getInt(0);
        if (length < Aead.TAG || length > PLAIN + Aead.TAG || head.getLong(8) != after.frames()) {
            return Optional.empty();
        }
        var size = HEAD + length + 32 + 4;
        var frame = ByteBuffer.allocate(size);
        FileHead.readPossible(channel, frame, after.end());
        if (frame.hasRemaining() || frame.getInt(size - 4) != FileHead.crc(frame.array(), 0, size - 4)) {
            return Optional.empty();
        }
        sha.update(HexFormat.of().parseHex(after.hash()));
        sha.update(frame.array(), 0, HEAD + length);
        var hash = sha.digest();
        if (!Arrays.equals(hash, 0, 32, frame.array(), HEAD + length, HEAD + length + 32)) {
            return Optional.empty();
        }
        var next = new LedgerPosition(
                after.frames() + 1,
                after.end(),
                after.end() + size,
                HexFormat.of().formatHex(hash));
        return Optional.of(new Frame(after, next, (frame.getInt(4) & LAST) != 0, frame));
    }

    /**
     * Returns the frame after a mark. A single wrong bit, or a wrong hash or checksum at its end, is corrected in
     * memory.
     */
    Optional<Frame> corrected(FileChannel channel, LedgerPosition after) throws IOException {
        var whole = read(channel, after);
        if (whole.isPresent()) {
            return whole;
        }
        var head = ByteBuffer.allocate(HEAD);
        FileHead.readPossible(channel, head, after.end());
        if (head.hasRemaining()) {
            return Optional.empty();
        }
        var length = head.getInt(0);
        var found = corrected(channel, after, length);
        for (var bit = 0; bit < 17 && found.isEmpty(); bit++) {
            found = corrected(channel, after, length ^ 1 << bit);
        }
        return found;
    }

    private Optional<Frame> corrected(FileChannel channel, LedgerPosition after, int length) throws IOException {
        if (length < Aead.TAG || length > PLAIN + Aead.TAG) {
            return Optional.empty();
        }
        var size = HEAD + length + 32 + 4;
        var frame = ByteBuffer.allocate(size);
        FileHead.readPossible(channel, frame, after.end());
        if (frame.hasRemaining()) {
            return Optional.empty();
        }
        var bytes = frame.array();
        frame.putInt(0, length);
        var opened = opens(after, bytes)
                || (OneBit.correct(bytes, 0, size - 4, frame.getInt(size - 4)) && opens(after, bytes));
        if (!opened || frame.getLong(8) != after.frames()) {
            return Optional.empty();
        }
        sha.update(HexFormat.of().parseHex(after.hash()));
        sha.update(bytes, 0, HEAD + length);
        var hash = HexFormat.of().formatHex(sha.digest());
        var next = new LedgerPosition(after.frames() + 1, after.end(), after.end() + size, hash);
        return Optional.of(new Frame(after, next, (frame.getInt(4) & LAST) != 0, frame));
    }

    /** Returns true if a valid frame follows a mark and the key of this ledger encrypted it. */
    boolean isOurs(FileChannel channel, LedgerPosition after) throws IOException {
        return read(channel, after)
                .filter(frame -> opens(after, frame.bytes().array()))
                .isPresent();
    }

    private boolean opens(LedgerPosition after, byte[] frame) {
        var length = ByteBuffer.wrap(frame).getInt(0);
        if (length != frame.length - HEAD - 36) {
            return false;
        }
        var nonce = Arrays.copyOfRange(frame, HEAD - Aead.NONCE, HEAD);
        try {
            Aead.open(key, nonce, bound(HexFormat.of().parseHex(after.hash()), frame), frame, HEAD, length);
            return true;
        } catch (AppException e) {
            return false;
        }
    }

    /** Returns true if the last frame before a mark is in the file as the mark describes. */
    boolean stands(FileChannel channel, LedgerPosition mark) throws IOException {
        var size = mark.end() - mark.last();
        if (size < OVERHEAD || size > LARGEST || channel.size() < mark.end()) {
            return false;
        }
        var frame = ByteBuffer.allocate((int) size);
        FileHead.readPossible(channel, frame, mark.last());
        if (frame.hasRemaining()) {
            return false;
        }
        var bytes = frame.array();
        var hash = HexFormat.of().formatHex(bytes, bytes.length - 36, bytes.length - 4);
        return frame.getInt(0) == size - HEAD - 36
                && frame.getLong(8) == mark.frames() - 1
                && frame.getInt(bytes.length - 4) == FileHead.crc(bytes, 0, bytes.length - 4)
                && hash.equals(mark.hash());
    }

    byte[] open(Frame frame) {
        var bytes = frame.bytes().array();
        var nonce = Arrays.copyOfRange(bytes, HEAD - Aead.NONCE, HEAD);
        var bound = bound(HexFormat.of().parseHex(frame.before().hash()), bytes);
        return Aead.open(key, nonce, bound, bytes, HEAD, frame.bytes().getInt(0));
    }

    private static byte[] bound(byte[] previous, byte[] frame) {
        var bound = Arrays.copyOf(previous, previous.length + 16);
        System.arraycopy(frame, 0, bound, previous.length, 16);
        return bound;
    }
}
