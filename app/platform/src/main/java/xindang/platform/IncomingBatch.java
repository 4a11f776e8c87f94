package xindang.platform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import xindang.model.archive.Change;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.model.exchange.Protocol;
import xindang.model.exchange.Push;
import xindang.model.json.ChangeJson;
import xindang.model.json.ExchangeJson;
import xindang.model.json.JsonValue;

/** A batch as it came in. What is wrong with one line is that line's fault alone. */
record IncomingBatch(Push.Header header, String digest, List<Line> lines) {
    IncomingBatch {
        lines = List.copyOf(lines);
    }

    /** A change in its bytes, its place by the header, and the code of what is wrong with it by itself. */
    static final class Line {
        private final long sequence;
        private final byte[] body;
        private final String digest;
        private final Optional<Change> change;
        private final Optional<String> fault;

        Line(long sequence, byte[] body, String digest, Optional<Change> change, Optional<String> fault) {
            this.sequence = sequence;
            this.body = body;
            this.digest = digest;
            this.change = change;
            this.fault = fault;
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

        Optional<String> fault() {
            return fault;
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
            var lines = new ArrayList<Line>();
            for (var i = 1; i < rows.size(); i++) {
                lines.add(line(header, header.first() + i - 1, rows.get(i), lines));
            }
            return new IncomingBatch(header, Digest.of(bytes), lines);
        } catch (AppException e) {
            throw Refused.of(422, "batch.shape");
        }
    }

    private static Line line(Push.Header header, long sequence, byte[] body, List<Line> before) {
        var digest = Digest.of(body);
        Change change;
        try {
            var text = new String(body, StandardCharsets.UTF_8);
            change = ChangeJson.read(text);
            if (!Arrays.equals(bytes(ChangeJson.write(change)), body)
                    && !Arrays.equals(bytes(JsonValue.parse(text).canonical()), body)) {
                return new Line(sequence, body, digest, Optional.empty(), Optional.of("change.unreadable"));
            }
        } catch (AppException | IllegalArgumentException e) {
            return new Line(sequence, body, digest, Optional.empty(), Optional.of("change.unreadable"));
        }
        var fault = Optional.<String>empty();
        if (!change.device().equals(header.device())) {
            fault = Optional.of("change.device");
        } else if (change.sequence() != sequence) {
            fault = Optional.of("change.sequence");
        } else if (!before.isEmpty() && !before.get(before.size() - 1).digest().equals(change.previous())) {
            fault = Optional.of("change.chain");
        }
        return new Line(sequence, body, digest, Optional.of(change), fault);
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
