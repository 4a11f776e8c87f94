package xindang.model.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.model.common.ErrorCode;
import xindang.model.exchange.Redacted;
import xindang.model.json.CanonicalJson;
import xindang.model.json.JsonValue;

/** The line of the exchange that replaces a change whose record was erased. */
public final class RedactedJson {
    private static final String BEGINNING = "{\"device\":";
    private static final String MEMBER = "redacted";
    private static final String ERASED = "erased";

    private RedactedJson() {}

    public static String write(Redacted redacted) {
        return CanonicalJson.write(Map.of(
                "device",
                redacted.device(),
                "digest",
                redacted.digest(),
                "id",
                redacted.id().toString(),
                "record",
                redacted.record().toString(),
                MEMBER,
                ERASED,
                "sequence",
                redacted.sequence()));
    }

    /** Reads a line; absent when it is another line, such as a change. */
    public static Optional<Redacted> read(String line) {
        if (!line.startsWith(BEGINNING)) {
            return Optional.empty();
        }
        try {
            var redacted = of(JsonValue.parse(line));
            return redacted.filter(it -> write(it).equals(line));
        } catch (AppException e) {
            return Optional.empty();
        }
    }

    /** Returns whether the bytes begin like such a line. A change begins differently. */
    public static boolean isOne(byte[] line) {
        var beginning = BEGINNING.getBytes(StandardCharsets.US_ASCII);
        return line.length > beginning.length
                && Arrays.equals(beginning, 0, beginning.length, line, 0, beginning.length);
    }

    /** Reads the object that begins at the present token of a page. */
    static Redacted read(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new AppException(ErrorCode.UNREADABLE, "no object");
        }
        var members = new TreeMap<String, String>();
        for (var name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            members.put(name, in.getText());
            in.skipChildren();
        }
        try {
            return new Redacted(
                    UUID.fromString(members.getOrDefault("id", "")),
                    UUID.fromString(members.getOrDefault("record", "")),
                    members.getOrDefault("device", ""),
                    Long.parseLong(members.getOrDefault("sequence", "")),
                    members.getOrDefault("digest", ""));
        } catch (IllegalArgumentException e) {
            throw new AppException(ErrorCode.UNREADABLE, "no redacted change", e);
        }
    }

    private static Optional<Redacted> of(JsonValue json) {
        try {
            var digest = json.text("digest");
            if (!json.text(MEMBER).equals(ERASED) || !digest.matches("[0-9a-f]{64}")) {
                return Optional.empty();
            }
            return Optional.of(new Redacted(
                    UUID.fromString(json.text("id")),
                    UUID.fromString(json.text("record")),
                    json.text("device"),
                    json.number("sequence"),
                    digest));
        } catch (AppException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns the id of the change in a line, redacted or not. */
    public static UUID id(String line) {
        return read(line).map(Redacted::id).orElseGet(() -> ChangeJson.read(line)
                .id());
    }

    /** Returns the sequence of the change in a line, redacted or not. */
    public static long sequence(String line) {
        return read(line).map(Redacted::sequence).orElseGet(() -> ChangeJson.read(line)
                .sequence());
    }

    /** Returns the digest of the change in a line, redacted or not. */
    public static String digest(String line) {
        return read(line).map(Redacted::digest).orElseGet(() -> Digest.of(line.getBytes(StandardCharsets.UTF_8)));
    }
}
