package xindang.model.keeping;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import xindang.model.archive.SaveReceipt;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Violation;
import xindang.model.law.Gate;
import xindang.model.law.TextDoor;

/**
 * Makes the values of an entry of the query log: who viewed, printed or exported an archive, and why (征信业管理条例 article
 * 20).
 */
public final class QueryLog {
    private QueryLog() {}

    /** Returns why a purpose may not be logged: it is missing, or contains forbidden words. */
    static Optional<Violation> refused(String purpose) {
        return purpose.isBlank()
                ? Optional.of(Violation.of("law.purpose.missing"))
                : Gate.words(TextDoor.TEXT, purpose);
    }

    static Map<String, String> values(
            UUID subject, String kind, String purpose, String person, String report, Instant at) {
        var values = new HashMap<String, String>();
        values.put("query.subject", subject.toString());
        values.put("query.kind", kind);
        values.put("query.purpose", purpose.strip());
        values.put("query.person", person);
        values.put("query.report", report);
        values.put("query.at", at.toString());
        return values;
    }

    /**
     * Runs the save of an entry of the log. A record is shown, printed or exported only after its entry is saved.
     *
     * @throws AppException NOT_WRITTEN with the folder, or DISK_FULL; the sentence says that nothing is shown or passed
     *     on without an entry
     */
    public static SaveReceipt entered(Supplier<SaveReceipt> save) {
        try {
            return save.get();
        } catch (AppException e) {
            if (e.code() != ErrorCode.NOT_WRITTEN && e.code() != ErrorCode.DISK_FULL) {
                throw e;
            }
            var folder = e.args().isEmpty() ? "" : e.args().get(0);
            throw new AppException(e.code(), "nothing leaves without an entry of the query log", e, folder, "query");
        }
    }
}
