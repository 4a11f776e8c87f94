package xindang.model.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.List;
import java.util.UUID;
import xindang.model.archive.Change;
import xindang.model.archive.FieldChange;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.model.common.ErrorCode;

/**
 * The canonical JSON of a change: what the ledger keeps, the exchange carries and the digest is taken of. The position in
 * the platform's order is not part of it.
 */
public final class ChangeJson {
    private ChangeJson() {}

    /** The members in the order of RFC 8785, written one after the other, because an import writes many. */
    public static String write(Change change) {
        var out = new StringBuilder(512);
        member(out.append('{'), "at", change.at().toString());
        member(out.append(','), "device", change.device());
        fields(out.append(",\"fields\":["), change.fields());
        member(out.append("],"), "id", change.id().toString());
        member(out.append(','), "origin", change.origin());
        member(out.append(','), "previous", change.previous());
        member(out.append(','), "record", change.record().toString());
        member(out.append(','), "region", change.region());
        if (!change.resolves().isEmpty()) {
            CanonicalJson.append(
                    out.append(",\"resolves\":"),
                    change.resolves().stream().map(UUID::toString).toList());
        }
        CanonicalJson.number(out.append(",\"sequence\":"), change.sequence());
        member(out.append(','), "template", change.template().id());
        member(out.append(','), "user", change.user());
        CanonicalJson.number(out.append(",\"version\":"), change.template().version());
        return out.append('}').toString();
    }

    /** SHA-256 of the canonical JSON: the {@code previous} of the next change of the device. */
    public static String digest(Change change) {
        return Digest.of(write(change));
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

    private static void fields(StringBuilder out, List<FieldChange> fields) {
        for (var i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            out.append(i == 0 ? "{" : ",{");
            field.before().ifPresent(before -> {
                member(out, "from", before);
                out.append(',');
            });
            member(out, "path", field.path());
            field.after().ifPresent(after -> member(out.append(','), "to", after));
            out.append('}');
        }
    }

    private static void member(StringBuilder out, String name, String value) {
        CanonicalJson.text(out.append('"').append(name).append("\":"), value);
    }
}
