package xindang.model.wire;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Optional;
import xindang.model.archive.Change;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.json.JsonValue;

/**
 * The canonical JSON of a change: what the ledger keeps, the exchange carries and the digest is taken of. The position in
 * the platform's order is not part of it.
 */
public final class ChangeJson {
    private ChangeJson() {}

    public static String write(Change change) {
        var json = new CanonicalChange();
        var bytes = json.write(change);
        return new String(bytes, 0, json.length(), StandardCharsets.UTF_8);
    }

    /** SHA-256 of the canonical JSON: the {@code previous} of the next change of the device. */
    public static String digest(Change change) {
        return new ChangeDigest().of(change);
    }

    /**
     * Reads a change. One of a later format that holds what this program does not know is read as
     * {@link xindang.model.archive.Body.Newer}.
     *
     * @throws AppException UNREADABLE when the text is none, or holds a member that its format does not have
     */
    public static Change read(String json) {
        try (var in = JsonValue.parser(json)) {
            in.nextToken();
            return read(in, json);
        } catch (IOException e) {
            throw new AppException(ErrorCode.UNREADABLE, "not JSON", e);
        }
    }

    /**
     * The first member of a change that does not belong to its format, where this program knows the format; in a later one
     * there may be any.
     */
    public static Optional<String> stranger(String json) {
        try (var in = JsonValue.parser(json)) {
            in.nextToken();
            return ChangeReader.stranger(in);
        } catch (IOException | IllegalArgumentException | DateTimeException | ArithmeticException | AppException e) {
            return Optional.empty();
        }
    }

    /** The change that begins at the present token of a text. */
    static Change read(JsonParser in, String text) throws IOException {
        try {
            return ChangeReader.read(in, text);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new AppException(ErrorCode.UNREADABLE, "not a change", e);
        }
    }
}
