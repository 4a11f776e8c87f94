package xindang.persistence.ledger;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.exchange.Verdict;
import xindang.persistence.disk.Bytes;

/**
 * Reads and writes the bytes of an entry: its kind, then its fields in a fixed order, big-endian; see
 * {@code docs/file-format.md}.
 */
public final class EntryCodec {
    /** Kind of {@link Entry.Saved}. */
    public static final byte SAVED = 2;
    /** Kind of {@link Entry.Pulled}. */
    public static final byte PULLED = 3;
    /** Kind of {@link Entry.Returned}. */
    public static final byte RETURNED = 4;
    /** Kind of {@link Entry.Erased}. */
    public static final byte ERASED = 8;
    /** Kind of {@link Entry.Emptied}. */
    public static final byte EMPTIED = 11;
    /** Kind of {@link Entry.Lost}. */
    public static final byte LOST = 12;
    /** Kind of {@link Entry.Founded}. */
    public static final byte FOUNDED = 1;
    /** Kind of {@link Entry.Pulled} for an earlier change that arrives after later changes of its record. */
    public static final byte EARLIER = 14;
    /** Kind of {@link Entry.Worded}. */
    public static final byte WORDED = 10;

    private static final List<Verdict> VERDICTS = List.of(
            Verdict.APPLIED,
            Verdict.MERGED,
            Verdict.CONFLICT,
            Verdict.DUPLICATE,
            Verdict.DEFERRED,
            Verdict.QUARANTINED);

    private EntryCodec() {}

    /** Returns the stored number of a verdict. */
    public static int number(Verdict verdict) {
        return VERDICTS.indexOf(verdict);
    }

    /** Returns the stored number of an entry's kind. */
    public static byte kind(Entry entry) {
        if (entry instanceof Entry.Founded) {
            return FOUNDED;
        }
        if (entry instanceof Entry.Saved) {
            return SAVED;
        }
        if (entry instanceof Entry.Pulled) {
            return PULLED;
        }
        if (entry instanceof Entry.Returned) {
            return RETURNED;
        }
        if (entry instanceof Entry.Paged) {
            return 5;
        }
        if (entry instanceof Entry.Batched) {
            return 6;
        }
        if (entry instanceof Entry.Receipted) {
            return 7;
        }
        if (entry instanceof Entry.Erased) {
            return ERASED;
        }
        if (entry instanceof Entry.Emptied) {
            return EMPTIED;
        }
        if (entry instanceof Entry.Worded) {
            return WORDED;
        }
        if (entry instanceof Entry.Lost) {
            return LOST;
        }
        return 9;
    }

    public static byte[] write(Entry entry) {
        if (entry instanceof Entry.Founded e) {
            return new Out(16 + 12 + 16 + length(e.region(), e.user(), e.device()))
                    .id(e.archive())
                    .text(e.region())
                    .text(e.user())
                    .text(e.device())
                    .instant(e.at())
                    .id(e.person())
                    .done();
        }
        if (entry instanceof Entry.Saved e) {
            return new Out(16 + 8 + 16 + 8 + 32 + e.sealed().array().length)
                    .id(e.record())
                    .number(e.slot())
                    .id(e.change())
                    .number(e.sequence())
                    .digest(e.digest())
                    .remaining(e.sealed())
                    .done();
        }
        if (entry instanceof Entry.Pulled e) {
            return new Out(8
                            + 1
                            + 16
                            + 8
                            + 16
                            + 8
                            + 32
                            + length(e.device())
                            + e.sealed().array().length)
                    .number(e.position())
                    .verdict(e.verdict())
                    .id(e.record())
                    .number(e.slot())
                    .id(e.change())
                    .number(e.sequence())
                    .digest(e.digest())
                    .text(e.device())
                    .remaining(e.sealed())
                    .done();
        }
        if (entry instanceof Entry.Returned e) {
            return new Out(8 + 1 + 8 + 8)
                    .number(e.position())
                    .verdict(e.verdict())
                    .number(e.first())
                    .number(e.last())
                    .done();
        }
        if (entry instanceof Entry.Paged e) {
            return new Out(12 + length(e.cursor()))
                    .text(e.cursor())
                    .instant(e.at())
                    .done();
        }
        if (entry instanceof Entry.Batched e) {
            return new Out(16 + 16)
                    .id(e.key())
                    .number(e.first())
                    .number(e.last())
                    .done();
        }
        if (entry instanceof Entry.Receipted e) {
            return new Out(16 + length(e.receipt()))
                    .id(e.key())
                    .text(e.receipt())
                    .done();
        }
        if (entry instanceof Entry.Erased e) {
            return ErasedCodec.write(e);
        }
        if (entry instanceof Entry.Emptied e) {
            return ErasedCodec.write(e);
        }
        if (entry instanceof Entry.Worded e) {
            return new Out(4 + length(e.text()))
                    .count(e.number())
                    .text(e.text())
                    .done();
        }
        if (entry instanceof Entry.Lost e) {
            return new Out(12 + 32 + length(e.aside()))
                    .instant(e.at())
                    .number(e.from())
                    .number(e.to())
                    .number(e.changes())
                    .number(e.records())
                    .text(e.aside())
                    .done();
        }
        var noted = (Entry.Noted) entry;
        return new Out(length(noted.name(), noted.text()))
                .text(noted.name())
                .text(noted.text())
                .done();
    }

    /**
     * Reads an entry.
     *
     * @throws AppException UNREADABLE if the bytes are not an entry, NEWER_VERSION for a kind of a later program
     */
    public static Entry read(byte kind, byte[] body) {
        try {
            return read(kind, new In(ByteBuffer.wrap(body)));
        } catch (BufferUnderflowException | DateTimeException e) {
            throw new AppException(ErrorCode.UNREADABLE, "entry of kind " + kind, e);
        }
    }

    private static Entry read(byte kind, In in) {
        return switch (kind) {
            case FOUNDED -> {
                var archive = in.id();
                yield new Entry.Founded(
                        archive,
                        in.text(),
                        in.text(),
                        in.text(),
                        in.instant(),
                        in.ends() ? Entry.Founded.person(archive) : in.id());
            }
            case 2 -> new Entry.Saved(in.id(), in.number(), in.id(), in.number(), in.digest(), in.remaining());
            case PULLED, EARLIER -> {
                var position = in.number();
                var verdict = in.verdict();
                var record = in.id();
                var slot = in.number();
                var change = in.id();
                var sequence = in.number();
                var digest = in.digest();
                var device = in.text();
                yield new Entry.Pulled(
                        position, verdict, record, slot, change, device, sequence, digest, in.remaining());
            }
            case RETURNED -> new Entry.Returned(in.number(), in.verdict(), in.number(), in.number());
            case 5 -> new Entry.Paged(in.text(), in.instant());
            case 6 -> new Entry.Batched(in.id(), in.number(), in.number());
            case 7 -> new Entry.Receipted(in.id(), in.text());
            case ERASED -> ErasedCodec.read(in);
            case 9 -> new Entry.Noted(in.text(), in.text());
            case EMPTIED -> ErasedCodec.emptied(in);
            case WORDED -> new Entry.Worded(in.count(), in.text());
            case LOST -> new Entry.Lost(in.instant(), in.number(), in.number(), in.number(), in.number(), in.text());
            default -> throw new AppException(ErrorCode.NEWER_VERSION, "entry of kind " + kind, "ledger.xdl");
        };
    }

    static int length(String... texts) {
        var length = 0;
        for (var text : texts) {
            length += 4 + text.length() * 3;
        }
        return length;
    }

    static final class Out {
        private final ByteBuffer buffer;

        Out(int capacity) {
            buffer = ByteBuffer.allocate(capacity);
        }

        Out id(UUID id) {
            buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
            return this;
        }

        Out number(long number) {
            buffer.putLong(number);
            return this;
        }

        Out count(int number) {
            buffer.putInt(number);
            return this;
        }

        Out verdict(Verdict verdict) {
            buffer.put((byte) EntryCodec.number(verdict));
            return this;
        }

        Out digest(String hex) {
            buffer.put(HexFormat.of().parseHex(hex));
            return this;
        }

        Out text(String text) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            buffer.putInt(bytes.length).put(bytes);
            return this;
        }

        Out instant(Instant at) {
            buffer.putLong(at.getEpochSecond()).putInt(at.getNano());
            return this;
        }

        Out remaining(Bytes bytes) {
            buffer.put(bytes.array());
            return this;
        }

        byte[] done() {
            return buffer.hasRemaining() ? java.util.Arrays.copyOf(buffer.array(), buffer.position()) : buffer.array();
        }
    }

    record In(ByteBuffer buffer) {
        UUID id() {
            return new UUID(buffer.getLong(), buffer.getLong());
        }

        long number() {
            return buffer.getLong();
        }

        int count() {
            return buffer.getInt();
        }

        boolean ends() {
            return !buffer.hasRemaining();
        }

        Verdict verdict() {
            var number = buffer.get();
            if (number < 0 || number >= VERDICTS.size()) {
                throw new AppException(ErrorCode.UNREADABLE, "verdict " + number);
            }
            return VERDICTS.get(number);
        }

        String digest() {
            return HexFormat.of().formatHex(take(32));
        }

        String text() {
            return new String(take(buffer.getInt()), StandardCharsets.UTF_8);
        }

        Instant instant() {
            return Instant.ofEpochSecond(buffer.getLong(), buffer.getInt());
        }

        Bytes remaining() {
            return new Bytes(take(buffer.remaining()));
        }

        private byte[] take(int length) {
            if (length < 0 || length > buffer.remaining()) {
                throw new BufferUnderflowException();
            }
            var bytes = new byte[length];
            buffer.get(bytes);
            return bytes;
        }
    }

    /** Returns the facts about an entry's change that need no key; empty if it contains no change. */
    public static Optional<Entry.ChangeHeader> header(byte kind, byte[] body) {
        return read(kind, body).header();
    }
}
