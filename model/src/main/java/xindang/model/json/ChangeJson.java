package xindang.model.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import xindang.model.archive.Change;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

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
     * Reads a change.
     *
     * @throws AppException UNREADABLE when the text is none
     */
    public static Change read(String json) {
        try (var in = JsonValue.parser(json)) {
            in.nextToken();
            return read(in);
        } catch (IOException e) {
            throw new AppException(ErrorCode.UNREADABLE, "not JSON", e);
        }
    }

    static Change read(JsonParser in) throws IOException {
        try {
            return ChangeReader.read(in);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new AppException(ErrorCode.UNREADABLE, "not a change", e);
        }
    }
}
