package xindang.platform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import xindang.model.archive.Change;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.model.exchange.Protocol;
import xindang.model.exchange.Push;
import xindang.model.exchange.Redacted;
import xindang.model.json.JsonValue;
import xindang.model.law.Withholding;
import xindang.model.wire.ChangeJson;
import xindang.model.wire.ExchangeJson;
import xindang.model.wire.RedactedJson;

/** A received batch. An error in one line concerns only that line. */
record IncomingBatch(Push.Header header, String digest, List<Line> lines) {
    IncomingBatch {
        lines = List.copyOf(lines);
    }

    /** An error of a single line: a code, and the name of the wrong member, which may be empty. */
    record Fault(String code, String member) {}

    /**
     * One line of a batch: a change in its original bytes, its sequence number according to the header, and its error
     * if it has one.
     */
    static final class Line {
        private final long sequence;
        private final byte[] body;
        private final String digest;
        private final Optional<Change> change;
        private final Optional<Fault> fault;
        private final boolean marked;

        Line(long sequence, byte[] body, String digest, Optional<Change> change, Optional<Fault> fault) {
            this(sequence, body, digest, change, fault, false);
        }

        private Line(
                long sequence,
                byte[] body,
                String digest,
                Optional<Change> change,
                Optional<Fault> fault,
                boolean marked) {
            this.sequence = sequence;
            this.body = body;
            this.digest = digest;
            this.change = change;
            this.fault = fault;
            this.marked = marked;
        }

        long sequence() {
            return sequence;
        }

        byte[] body() {
            return body;
        }

        String digest() {
            return digest;
        }

        Optional<Change> change() {
            return change;
        }

        Optional<Fault> fault() {
            return fault;
        }

        /** Returns the line that replaces a change whose record was erased at the device; empty for a change. */
        Optional<Redacted> redacted() {
            return change.isPresent() ? Optional.empty() : RedactedJson.read(text(body));
        }

        Optional<UUID> id() {
            return change.map(Change::id).or(() -> redacted().map(Redacted::id));
        }

        Optional<UUID> record() {
            return change.map(Change::record).or(() -> redacted().map(Redacted::record));
        }

        /** Returns this line without the content of its change. */
        Line withoutContent() {
            var name = change.map(it -> PlatformErasures.line(it, digest)).orElse(body);
            return new Line(sequence, name, digest, change, fault);
        }

        /**
         * Returns this line with only those parts of its change that may be kept. The digest stays that of the whole
         * change.
         */
        Line keeping(Withholding kept) {
            return kept.places().isEmpty() ? this : keeping(kept.change());
        }

        /** Returns this line with a change from which parts were removed. */
        Line keeping(Change kept) {
            return new Line(sequence, bytes(ChangeJson.write(kept)), digest, Optional.of(kept), fault, true);
        }

        /** Returns this line with an empty body, for bytes that are not a change. */
        Line emptied() {
            return new Line(sequence, new byte[0], digest, change, fault);
        }

        /**
         * Returns true if the sender or this platform removed parts of the change. The digest is then that of the whole
         * change.
         */
        boolean isMarked() {
            return marked;
        }
    }

    long last() {
        return header.first() + lines.size() - 1;
    }

    static IncomingBatch parse(byte[] bytes) {
        var rows = split(bytes);
        try {
            var header = ExchangeJson.pushHeader(JsonValue.parse(rows.get(0)));
            if (header.count() != rows.size() - 1
                    || header.count() < 1
                    || header.count() > Protocol.BATCH_CHANGES
                    || header.first() < 1
                    || header.first() > Integer.MAX_VALUE) {
                throw Refused.of(422, "batch.shape");
            }
            // the device waits and lines are independent, so all cores parse them
            var bodies = rows.subList(1, rows.size());
            var read = bodies.parallelStream().map(IncomingBatch::read).toList();
            var lines = new ArrayList<Line>();
            for (var i = 0; i < read.size(); i++) {
                lines.add(line(header, header.first() + i, bodies.get(i), read.get(i), lines));
            }
            return new IncomingBatch(header, Digest.of(bytes), lines);
        } catch (AppException e) {
            throw Refused.of(422, "batch.shape");
        }
    }

    /** Parses the lines of a handover, which has no header. */
    static List<Line> lines(byte[] bytes) {
        return split(bytes).stream().map(IncomingBatch::handedOver).toList();
    }

    private static Line handedOver(byte[] row) {
        try {
            var marked = ExchangeJson.marked(text(row));
            var body = marked.map(pair -> bytes(pair.change())).orElse(row);
            var read = read(body);
            var sequence = read.change()
                    .map(Change::sequence)
                    .or(() -> RedactedJson.read(text(body)).map(Redacted::sequence))
                    .orElseThrow(() -> Refused.of(422, "batch.shape"));
            var digest = marked.map(ExchangeJson.Marked::digest).orElse(read.digest());
            return new Line(sequence, body, digest, read.change(), Optional.empty(), marked.isPresent());
        } catch (AppException e) {
            throw Refused.of(422, "batch.shape");
        }
    }

    /** The digest of a line, and its change if the bytes are a change in its canonical form. */
    private record Read(String digest, Optional<Change> change) {}

    private static Read read(byte[] body) {
        var redacted = RedactedJson.read(text(body));
        return redacted.isPresent()
                ? new Read(redacted.get().digest(), Optional.empty())
                : new Read(Digest.of(body), change(body));
    }

    private static Optional<Change> change(byte[] body) {
        try {
            var text = text(body);
            var change = ChangeJson.read(text);
            return Arrays.equals(bytes(ChangeJson.write(change)), body)
                            || Arrays.equals(bytes(JsonValue.parse(text).canonical()), body)
                    ? Optional.of(change)
                    : Optional.empty();
        } catch (AppException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Line line(Push.Header header, long sequence, byte[] body, Read read, List<Line> before) {
        return new Line(sequence, body, read.digest(), read.change(), fault(header, sequence, body, read, before));
    }

    private static Optional<Fault> fault(Push.Header header, long sequence, byte[] body, Read read, List<Line> before) {
        if (read.change().isEmpty()) {
            var redacted = RedactedJson.read(text(body));
            if (redacted.isPresent()) {
                return redacted.get().device().equals(header.device())
                        ? redacted.get().sequence() == sequence ? Optional.empty() : fault("change.sequence")
                        : fault("change.device");
            }
            return ChangeJson.stranger(text(body))
                    .map(member -> new Fault("change.member", member))
                    .or(() -> fault("change.unreadable"));
        }
        var change = read.change().get();
        if (!change.device().equals(header.device())) {
            return fault("change.device");
        }
        if (change.sequence() != sequence) {
            return fault("change.sequence");
        }
        var chained = before.isEmpty() || before.get(before.size() - 1).digest().equals(change.previous());
        return chained ? Optional.empty() : fault("change.chain");
    }

    private static Optional<Fault> fault(String code) {
        return Optional.of(new Fault(code, ""));
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<byte[]> split(byte[] bytes) {
        var rows = new ArrayList<byte[]>();
        var start = 0;
        for (var i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                rows.add(Arrays.copyOfRange(bytes, start, i));
                start = i + 1;
                if (rows.size() > Protocol.BATCH_CHANGES + 1) {
                    throw Refused.of(422, "batch.shape");
                }
            }
        }
        if (start < bytes.length) {
            rows.add(Arrays.copyOfRange(bytes, start, bytes.length));
        }
        if (rows.isEmpty()) {
            throw Refused.of(422, "batch.shape");
        }
        return rows;
    }
}
