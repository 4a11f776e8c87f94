package xindang.sync;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xindang.model.common.Progress;
import xindang.model.exchange.ExchangeStore;
import xindang.model.exchange.PulledPage;
import xindang.model.wire.ExchangeJson;

/**
 * Pulls the platform's order page by page until its end. Pages and their cursor are saved together. Several pages form
 * one save, because each save writes the indexes of the archive once.
 */
final class Download {
    /** Number of changes after which a save is made. */
    private static final int GATHERED = 5000;

    private final ExchangeStore store;
    private final PlatformSession session;
    private final Clock clock;
    private final Progress progress;
    /** The platform may name own changes up to this sequence number instead of sending them. */
    private long own;

    /** The next page, requested while the previous page is read. */
    private Optional<NextPage> nextPage = Optional.empty();

    private int received;

    /**
     * Pages that form one save.
     *
     * @param cursor where the last page ended; empty if no page arrived
     * @param more whether there may be more pages
     * @param failure what ended the gathering early, an unchecked exception or an error
     */
    private record Gathered(
            List<ExchangeStore.Arrival> changes, Optional<String> cursor, boolean more, Optional<Throwable> failure) {
        void rethrow() {
            if (failure.isPresent()) {
                if (failure.get() instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure.get();
            }
        }
    }

    private record NextPage(String path, PlatformSession.Call call) {}

    Download(ExchangeStore store, PlatformSession session, Clock clock, Progress progress) {
        this.store = store;
        this.session = session;
        this.clock = clock;
        this.progress = progress;
    }

    int received() {
        return received;
    }

    void pullAll() {
        progress.at("exchange.pull", 0, 0);
        var counts = store.counts();
        own = counts.receipted() + counts.settled();
        try {
            var first = gather();
            if (first.more()) {
                store.duringMany(first.changes().size(), () -> keepAll(first));
            } else {
                keepAll(first);
            }
            store.setting(ExchangeStore.COMPLETE, "yes");
        } finally {
            nextPage.ifPresent(asked -> asked.call().drop());
        }
    }

    private void keepAll(Gathered first) {
        var pages = first;
        keep(pages);
        while (pages.more()) {
            pages = gather();
            keep(pages);
        }
    }

    /** Pulls pages until there are enough for one save, or until a page does not arrive. */
    private Gathered gather() {
        var gathered = new ArrayList<ExchangeStore.Arrival>();
        var cursor = store.cursor();
        var more = true;
        var hasPage = false;
        var failure = Optional.<Throwable>empty();
        try {
            while (more && gathered.size() < GATHERED) {
                progress.check();
                var reply = pull(cursor, own);
                if (isSetBack(reply)) {
                    if (hasPage) {
                        break;
                    }
                    // The platform was restored, so its order is compared from the beginning.
                    resetCursor();
                    reply = pull("", own);
                }
                var page = page(reply);
                if (!holds(page)) {
                    // The platform has another history of this device, so it must send all changes in full.
                    own = 0;
                    continue;
                }
                hasPage = true;
                gathered.addAll(page.changes());
                cursor = page.cursor();
                more = page.more();
                progress.at("exchange.pull", received + gathered.size(), 0);
            }
        } catch (RuntimeException | Error e) {
            failure = Optional.of(e);
        }
        return new Gathered(gathered, hasPage ? Optional.of(cursor) : Optional.empty(), more, failure);
    }

    /** Saves gathered pages. Then throws what ended the gathering, so pages that did arrive are never lost. */
    private void keep(Gathered pages) {
        pages.cursor().ifPresent(cursor -> {
            store.settle(pages.changes(), cursor, clock.instant());
            for (var arrival : pages.changes()) {
                received += isForeign(arrival) ? 1 : 0;
            }
        });
        pages.rethrow();
    }

    private boolean isForeign(ExchangeStore.Arrival arrival) {
        return arrival instanceof ExchangeStore.Pulled pulled
                && !pulled.change().device().equals(session.member().device());
    }

    /** Returns true if the own changes that the page only names are the ones made here. */
    private boolean holds(PulledPage page) {
        return page.changes().stream()
                .allMatch(arrival -> !(arrival instanceof ExchangeStore.Returned run) || store.holds(run));
    }

    private static boolean isSetBack(Link.Reply reply) {
        return reply.status() == 409 && PlatformSession.refusal(reply).code().equals("cursor.unknown");
    }

    private PulledPage page(Link.Reply reply) {
        if (reply.status() != 200) {
            throw PlatformSession.refused(reply);
        }
        return ExchangeJson.page(reply.body(), next -> {
            var path = path(next, own);
            nextPage = Optional.of(new NextPage(path, session.begin(path, HttpRequest.Builder::GET)));
        });
    }

    void resetCursor() {
        store.settle(List.of(), "", clock.instant());
    }

    private Link.Reply pull(String cursor, long held) {
        var path = path(cursor, held);
        var asked = nextPage;
        nextPage = Optional.empty();
        if (asked.isPresent()) {
            if (asked.get().path().equals(path)) {
                return asked.get().call().reply();
            }
            asked.get().call().drop();
        }
        return session.send(path, HttpRequest.Builder::GET);
    }

    private static String path(String cursor, long held) {
        return "/pull?cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8) + "&own=" + held;
    }
}
