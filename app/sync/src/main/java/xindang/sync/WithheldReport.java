package xindang.sync;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import xindang.model.exchange.ExchangeStore;
import xindang.model.exchange.Protocol;
import xindang.model.exchange.WithheldChange;
import xindang.model.json.JsonValue;
import xindang.model.wire.ExchangeJson;

/**
 * Reports to the platform which values this device does not keep, each change once. The report contains hashes, not
 * values.
 */
final class WithheldReport {
    private static final int MOST = 100;
    private static final int NOT_FOUND = 404;

    private final ExchangeStore store;
    private final PlatformSession session;

    WithheldReport(ExchangeStore store, PlatformSession session) {
        this.store = store;
        this.session = session;
    }

    /** Sends all open reports. If the platform does not support such reports, the next exchange tries again. */
    void send() {
        var open = open();
        while (!open.isEmpty() && send(open)) {
            open = open();
        }
    }

    private List<WithheldChange> open() {
        return store.withheld().stream()
                .filter(change -> !change.reported())
                .limit(MOST)
                .toList();
    }

    private boolean send(List<WithheldChange> open) {
        var body = ExchangeJson.write(open).getBytes(StandardCharsets.UTF_8);
        var signature = session.sign(body);
        var reply = session.send("/withheld", request -> request.header("Content-Type", "application/json")
                .header(Protocol.SIGNATURE, signature)
                .POST(BodyPublishers.ofByteArray(body)));
        if (reply.status() == NOT_FOUND) {
            return false;
        }
        if (reply.status() != 200) {
            throw PlatformSession.refused(reply);
        }
        var sent = new HashSet<>(ExchangeJson.answered(JsonValue.parse(reply.body())));
        sent.retainAll(open.stream().map(WithheldChange::change).toList());
        store.withheldReported(List.copyOf(sent));
        return !sent.isEmpty();
    }
}
