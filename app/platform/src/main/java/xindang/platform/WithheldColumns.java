package xindang.platform;

import static xindang.platform.jooq.Tables.HISTORY;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jooq.Field;
import xindang.model.law.Withholding;
import xindang.model.wire.ChangeJson;

/** The columns of a stored change from which a value was withheld. */
final class WithheldColumns {
    private WithheldColumns() {}

    /** Returns the changed columns; empty if nothing was withheld. */
    static Map<Field<?>, Object> of(Withholding kept) {
        if (kept.places().isEmpty()) {
            return Map.of();
        }
        var body = ChangeJson.write(kept.change()).getBytes(StandardCharsets.UTF_8);
        return Map.of(HISTORY.BODY, body, HISTORY.SIZE, body.length, HISTORY.REDACTED, true);
    }
}
