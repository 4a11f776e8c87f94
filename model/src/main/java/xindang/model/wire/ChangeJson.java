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
 * The canonical JSON of a change. The ledger stores it, the exchange sends it, and digests are computed from it. It
 * does not contain the position in the platform's order.
 */
public final class ChangeJson {
    private ChangeJson() {}

    public static String write(Change change) {
        var json = new CanonicalChange();
        var bytes = json.write(change);
        return new String(bytes, 0, json.length(), StandardCharsets.UTF_8);
    }

    /** Returns the SHA-256 of the canonical JSON. The next change of the device contains it as {@code previous}. */
    public static String digest(Change change) {
        return new ChangeDigest().of(change);
    }

    /**
     * Reads a change. A change of a later format with unknown members becomes a
     * {@link xindang.model.archive.Body.Newer}.
     *
     * @throws AppException UNREADABLE when the text is no change, or has a member that its format does not have
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
     * Returns the first member that does not belong to the format of the change. Empty for a later format, in which new
     * members are allowed.
     */
    public static Optional<String> stranger(String json) {
        try (var in = JsonValue.parser(json)) {
            in.nextToken();
            return ChangeReader.stranger(in);
        } catch (IOException | IllegalArgumentException | DateTimeException | ArithmeticException | AppException e) {
            return Optional.empty();
        }
    }

    /** Reads the change that begins at the present token of a text. */
    static Change read(JsonParser in, String text) throws IOException {
        try {
            return ChangeReader.read(in, text);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new AppException(ErrorCode.UNREADABLE, "not a change", e);
        }
    }
}
