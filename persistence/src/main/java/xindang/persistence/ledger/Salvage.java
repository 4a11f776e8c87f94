package xindang.persistence.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.disk.Failures;
import xindang.persistence.disk.FileHead;

/**
 * Reads a ledger with bad frames. Each frame is bound to the hash of the previous frame, which is in that frame's last
 * bytes. So a frame after a bad one is recognised by the hash before it in the file, and later frames follow from it. A
 * frame with a single wrong bit is corrected; other bad frames are gaps.
 */
public final class Salvage {
    /** Number of frames that are searched for the start of the first entry after a gap. */
    private static final int WINDOW = 8;

    private static final int SCANNED = 1 << 20;
    private static final int HASH_AND_CRC = 36;

    private final FileChannel channel;
    private final Frames frames;

    Salvage(FileChannel channel, Frames frames) {
        this.channel = channel;
        this.frames = frames;
    }

    /**
     * A run of consecutive frames.
     *
     * @param from the mark before the first frame; its number of frames includes those of the gap
     * @param to the mark after the last frame
     * @param skipped bytes at the start that belong to an entry which began in the gap
     */
    public record Piece(LedgerPosition from, LedgerPosition to, int skipped) {}

    /** Returns all readable frames after a mark, up to the last complete commit. */
    public List<Piece> pieces(LedgerPosition start) {
        try {
            return read(start);
        } catch (IOException e) {
            throw Failures.of("read " + Ledger.NAME, e);
        }
    }

    private List<Piece> read(LedgerPosition start) throws IOException {
        var pieces = new ArrayList<Piece>();
        var from = start;
        var at = start;
        var whole = start;
        var skipped = 0;
        while (true) {
            var frame = frames.corrected(channel, at);
            if (frame.isPresent()) {
                at = frame.get().after();
                whole = frame.get().last() ? at : whole;
                continue;
            }
            var next = next(at);
            var end = next.isPresent() ? at : whole;
            if (end.end() > from.end()) {
                pieces.add(new Piece(from, end, skipped));
            }
            if (next.isEmpty()) {
                return pieces;
            }
            from = next.get();
            var boundary = boundary(from);
            if (boundary.isEmpty()) {
                from = afterCommit(from);
            }
            skipped = boundary.orElse(0);
            at = from;
            whole = from;
        }
    }

    /** Passes the entries of a piece to a visitor, except those cut off at its ends. */
    public void read(Piece piece, Ledger.Visitor visitor) {
        try {
            var at = piece.from();
            var left = piece.skipped();
            var assembler = new Assembler(visitor);
            var open = false;
            while (at.end() < piece.to().end()) {
                var frame = frames.corrected(channel, at)
                        .orElseThrow(() -> new AppException(ErrorCode.FILE_DAMAGED, "frame in " + Ledger.NAME));
                var plain = frames.open(frame);
                var skipping = Math.min(left, plain.length);
                left -= skipping;
                assembler.take(java.util.Arrays.copyOfRange(plain, skipping, plain.length));
                at = frame.after();
                open = !frame.last();
                if (frame.last()) {
                    assembler.commit(at);
                }
            }
            if (open) {
                visitor.committed(at);
            }
        } catch (IOException e) {
            throw Failures.of("read " + Ledger.NAME, e);
        }
    }

    /** Returns the start of the next recognisable frame. */
    private Optional<LedgerPosition> next(LedgerPosition bad) throws IOException {
        var size = channel.size();
        for (var chunk = bad.end() + Frames.OVERHEAD; chunk < size; chunk += SCANNED) {
            var bytes = ByteBuffer.allocate((int) Math.min(SCANNED + 16, size - chunk));
            FileHead.readPossible(channel, bytes, chunk);
            var last = Math.min(SCANNED, bytes.position() - 16);
            for (var i = 0; i < last; i++) {
                if (mayBegin(bytes, i, bad, chunk + i)) {
                    var mark = mark(chunk + i, bytes.getLong(i + 8));
                    if (frames.isOurs(channel, mark)) {
                        return Optional.of(mark);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean mayBegin(ByteBuffer bytes, int i, LedgerPosition bad, long position) {
        var length = bytes.getInt(i);
        var more = bytes.getLong(i + 8) - bad.frames();
        return length > 0
                && length <= Frames.LARGEST
                && (bytes.getInt(i + 4) & ~Frames.LAST) == 0
                && more > 0
                && more <= (position - bad.end()) / Frames.OVERHEAD;
    }

    private LedgerPosition mark(long position, long number) throws IOException {
        var before = ByteBuffer.allocate(HASH_AND_CRC);
        FileHead.readPossible(channel, before, position - HASH_AND_CRC);
        return new LedgerPosition(number, position, position, HexFormat.of().formatHex(before.array(), 0, 32));
    }

    /** Returns the end of the commit that contains a frame, or the end of its last valid frame. */
    private LedgerPosition afterCommit(LedgerPosition from) throws IOException {
        var at = from;
        while (true) {
            var frame = frames.corrected(channel, at);
            if (frame.isEmpty()) {
                return at;
            }
            at = frame.get().after();
            if (frame.get().last()) {
                return at;
            }
        }
    }

    /**
     * Returns the start of the first entry in a run of frames, after the remainder of an entry that began before.
     * Entries contain their length, so from the right start they follow each other to the end of the commit.
     */
    private OptionalInt boundary(LedgerPosition from) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var at = from;
        var ends = false;
        for (var i = 0; i < WINDOW && !ends; i++) {
            var frame = frames.corrected(channel, at);
            if (frame.isEmpty()) {
                break;
            }
            bytes.writeBytes(frames.open(frame.get()));
            at = frame.get().after();
            ends = frame.get().last();
        }
        var plain = bytes.toByteArray();
        for (var i = 0; i < plain.length; i++) {
            if (follows(plain, i, ends)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean follows(byte[] plain, int from, boolean ends) {
        var buffer = ByteBuffer.wrap(plain);
        var at = from;
        var entries = 0;
        while (plain.length - at >= Assembler.HEAD) {
            var length = buffer.getInt(at + 1);
            if (length < 0 || length > Ledger.LARGEST_ENTRY) {
                return false;
            }
            var next = at + Assembler.HEAD + length;
            if (next > plain.length) {
                return !ends && entries > 0;
            }
            if (!isEntry(plain[at], java.util.Arrays.copyOfRange(plain, at + Assembler.HEAD, next))) {
                return false;
            }
            entries++;
            at = next;
        }
        return entries > 0 && (at == plain.length || !ends);
    }

    private static boolean isEntry(byte kind, byte[] body) {
        try {
            EntryCodec.read(kind, body);
            return true;
        } catch (AppException e) {
            return false;
        }
    }
}
