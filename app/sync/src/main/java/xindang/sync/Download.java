package xindang.sync;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import xindang.model.common.Progress;
import xindang.model.exchange.ExchangeStore;
import xindang.model.exchange.PulledPage;
import xindang.model.exchange.Verdict;
import xindang.model.json.ExchangeJson;
import xindang.model.json.JsonValue;

/**
 * Takes the platform's order, page by page, until the end; pages and their cursor are kept together, several in one save,
 * because the indexes of the archive are written once a save.
 */
final class Download {
    /** Changes after which a save is made. */
    private static final int GATHERED = 2000;

    private final ExchangeStore store;
    private final Session session;
    private final Clock clock;
    private final Progress progress;
    private int received;
    private int conflicts;

    Download(ExchangeStore store, Session session, Clock clock, Progress progress) {
        this.store = store;
        this.session = session;
        this.clock = clock;
        this.progress = progress;
    }

    int received() {
        return received;
    }

    int conflicts() {
        return conflicts;
    }

    void all() {
        progress.at("exchange.pull", 0, 0);
        var more = true;
        while (more) {
            more = some();
        }
    }

    /** Takes pages until there are enough for one save, or until the next does not come; whether there may be more. */
    private boolean some() {
        var gathered = new ArrayList<ExchangeStore.Pulled>();
        var cursor = store.cursor();
        var more = true;
        var came = false;
        try {
            while (more && gathered.size() < GATHERED) {
                progress.check();
                var reply = pull(cursor);
                if (setBack(reply)) {
                    if (came) {
                        return true;
                    }
                    // What stands there now is compared from the beginning.
                    fromTheBeginning();
                    reply = pull("");
                }
                var page = page(reply);
                came = true;
                gathered.addAll(page.changes());
                cursor = page.cursor();
                more = page.more();
                progress.at("exchange.pull", received + gathered.size(), 0);
            }
        } finally {
            if (came) {
                keep(gathered, cursor);
            }
        }
        return more;
    }

    private void keep(List<ExchangeStore.Pulled> gathered, String cursor) {
        store.settle(gathered, cursor, clock.instant());
        for (var pulled : gathered) {
            received += pulled.change().device().equals(session.member().device()) ? 0 : 1;
            conflicts += pulled.verdict() == Verdict.CONFLICT ? 1 : 0;
        }
    }

    private static boolean setBack(Link.Reply reply) {
        return reply.status() == 409 && Session.refusal(reply).code().equals("cursor.unknown");
    }

    private static PulledPage page(Link.Reply reply) {
        if (reply.status() != 200) {
            throw Session.refused(reply);
        }
        return ExchangeJson.page(JsonValue.parse(reply.body()));
    }

    void fromTheBeginning() {
        store.settle(List.of(), "", clock.instant());
    }

    private Link.Reply pull(String cursor) {
        return session.send(
                "/pull?cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8), request -> request.GET());
    }
}
