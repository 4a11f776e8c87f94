package xindang.platform;

import static xindang.platform.jooq.Tables.DEFERRED;
import static xindang.platform.jooq.Tables.HISTORY;

import java.util.Optional;
import org.jooq.DSLContext;
import xindang.model.exchange.Push;
import xindang.model.exchange.Verdict;

/**
 * Lists the deferred and the rejected changes of a device. The answer to a push cannot report the later result of a
 * deferred change, and the program may have ended before a person read the answer. Only the newest 500 of each kind are
 * listed.
 */
final class Pending {
    private static final int MOST = 500;

    private Pending() {}

    static Push.Pending of(DSLContext db, Device device) {
        var waiting = db.select(HISTORY.SEQUENCE, HISTORY.CHANGE_ID, DEFERRED.RECORD, HISTORY.REASON)
                .from(DEFERRED)
                .join(HISTORY)
                .on(HISTORY.DEVICE
                        .eq(DEFERRED.DEVICE)
                        .and(HISTORY.EPOCH.eq(DEFERRED.EPOCH))
                        .and(HISTORY.SEQUENCE.eq(DEFERRED.SEQUENCE)))
                .where(DEFERRED.DEVICE.eq(device.name()))
                .and(DEFERRED.EPOCH.eq(device.epoch()))
                .orderBy(HISTORY.SEQUENCE.desc())
                .limit(MOST)
                .fetch(row -> new Push.Waiting(row.value1(), row.value2(), row.value3(), reason(row.value4(), "")));
        // an exchange may have ended before a person saw the rejected changes of its push
        var late = db.select(HISTORY.POSITION, HISTORY.SEQUENCE, HISTORY.CHANGE_ID, HISTORY.REASON, HISTORY.FIELD)
                .from(HISTORY)
                .where(HISTORY.DEVICE.eq(device.name()))
                .and(HISTORY.EPOCH.eq(device.epoch()))
                .and(HISTORY.VERDICT.eq(Verdict.QUARANTINED.name()))
                .orderBy(HISTORY.POSITION.desc())
                .limit(MOST)
                .fetch(row -> new Push.Late(
                        row.value1(),
                        row.value2(),
                        Optional.ofNullable(row.value3()),
                        reason(row.value4(), row.value5())));
        return new Push.Pending(waiting, late);
    }

    private static Push.Reason reason(String code, String field) {
        return new Push.Reason(code, Optional.ofNullable(field).orElse(""), Texts.ofReason(code));
    }
}
