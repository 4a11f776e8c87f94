package xindang.sync;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Progress;
import xindang.model.exchange.Enrolment;
import xindang.model.exchange.ExchangeStore;
import xindang.model.exchange.Hello;
import xindang.model.exchange.Protocol;
import xindang.model.exchange.Push;
import xindang.model.json.JsonValue;
import xindang.model.law.Gate;
import xindang.model.law.SureDay;
import xindang.model.wire.ExchangeJson;

/**
 * Exchanges an archive with a city platform. One exchange at a time: it is not made for two threads.
 *
 * <p>Failures are {@link AppException}s: NETWORK when the platform does not answer, REFUSED when it refuses or is not the
 * one that was pinned (the first argument is the code, such as {@code device.forked}, the second the platform's own
 * sentence if it has one), CANCELLED, USAGE for an address that is neither https nor on this machine. After any of them the
 * next exchange goes on where this one stopped.
 */
public final class SyncEngine {
    private static final String FORKED = "device.forked";
    private static final String EPOCH = "exchange.platform-epoch";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ExchangeStore store;
    private final HttpClient http;
    private final Clock clock;
    private final Duration patience;

    public SyncEngine(ExchangeStore store, HttpClient http, Clock clock) {
        this(store, http, clock, PATIENCE);
    }

    SyncEngine(ExchangeStore store, HttpClient http, Clock clock, Duration patience) {
        this.store = store;
        this.http = http;
        this.clock = clock;
        this.patience = patience;
    }

    /** The platform this archive is enrolled with. */
    public Optional<URI> platform() {
        return Membership.find(store).map(Membership::address);
    }

    /**
     * Enrols this device. The same call may be repeated with the same code when its answer was lost. A device that is
     * enrolled already is enrolled anew, which also mends a device that the platform refuses as forked.
     *
     * @param code one-time code as it was typed
     * @param region division code of 4, 6, 9 or 12 digits
     * @param device id of the device that stands in its changes
     */
    public void enrol(URI address, String code, String region, String device) {
        var key = Membership.key(store);
        var link = new Link(http, address, "", patience, Progress.NONE);
        var body = ExchangeJson.write(new Enrolment.Request(code.strip(), region, device, key.publicJwk()))
                .getBytes(StandardCharsets.UTF_8);
        var reply = link.send(() -> link.to("/enrol")
                .header("Content-Type", "application/json")
                .header(Protocol.SIGNATURE, key.sign(body))
                .POST(BodyPublishers.ofByteArray(body)));
        if (reply.status() != 200) {
            throw PlatformSession.refused(reply);
        }
        var answer = ExchangeJson.enrolAnswer(JsonValue.parse(reply.body()));
        Membership.check(answer, answer.platformKey());
        var member = new Membership(
                address,
                answer.client(),
                answer.device(),
                answer.epoch(),
                answer.region(),
                answer.platform(),
                answer.platformKey(),
                answer.encryptionKey(),
                link.authority(),
                "");
        member.keep(store);
    }

    /**
     * Sends all that waits and takes all that is new.
     *
     * @throws AppException USAGE with {@code exchange.not-enrolled} before an enrolment
     */
    public SyncReport sync(Progress progress) {
        try {
            return exchange(progress, false);
        } catch (AppException e) {
            if (!e.args().contains(FORKED)) {
                throw e;
            }
            becomeOwn(progress);
            return exchange(progress, true);
        }
    }

    private SyncReport exchange(Progress progress, boolean becameOwn) {
        var session = session(progress);
        var hello = session.greet();
        store.setting(SureDay.SIGNED, Gate.signedTime(hello.time(), clock.instant()));
        if (!hello.encryptionKey().equals(session.member().encryptionKey())) {
            session.member().sealingTo(hello.encryptionKey()).keep(store);
        }
        var upload = new Upload(store, session, progress);
        var download = new Download(store, session, clock, progress);
        var setBack = mendSetBack(session, hello, upload, download);
        upload.all();
        download.all();
        new WithheldReport(store, session).send();
        var aside = Aside.of(store, session, upload.outcomes());
        return new SyncReport(
                upload.sent(),
                download.received(),
                aside.setAside(),
                aside.waiting(),
                setBack,
                becameOwn,
                store.counts(),
                session.clockAhead());
    }

    private PlatformSession session(Progress progress) {
        var member = Membership.find(store)
                .orElseThrow(() -> new AppException(ErrorCode.USAGE, "not enrolled", "exchange.not-enrolled"));
        var link = new Link(http, member.address(), member.authority(), patience, progress);
        return new PlatformSession(link, member, member.ownKey(store), clock);
    }

    /**
     * Another archive has the identity of this one and used it: this one was copied, or set back and used on. It gets a key and a
     * run of changes of its own; the other goes on with what it has. The key is kept before it is sent, so that a lost answer is
     * asked for again.
     */
    private void becomeOwn(Progress progress) {
        var session = session(progress);
        session.greet();
        var member = session.member();
        var key = Membership.nextKey(store, member.epoch());
        var body = ExchangeJson.write(new Enrolment.Request("", member.region(), member.device(), key.publicJwk()))
                .getBytes(StandardCharsets.UTF_8);
        var reply = session.send("/fork", request -> request.header("Content-Type", "application/json")
                .header(Protocol.SIGNATURE, key.sign(body))
                .POST(BodyPublishers.ofByteArray(body)));
        if (reply.status() != 200) {
            throw PlatformSession.refused(reply);
        }
        var answer = ExchangeJson.enrolAnswer(JsonValue.parse(reply.body()));
        Membership.check(answer, member.platformKey());
        store.setting(ExchangeStore.OWN_RUN, String.valueOf(answer.epoch()));
        member.own(answer, key).keep(store);
    }

    /**
     * A platform that was set back to an older state, or one that this archive is enrolled with after another, lacks
     * changes that were signed for. All that this archive has is handed in again, also what others made, before anything new, and its order is taken from the beginning. A
     * device that was enrolled again begins a new run of numbers there, in which none received yet means nothing lost.
     */
    private boolean mendSetBack(PlatformSession session, Hello hello, Upload upload, Download download) {
        var counts = store.counts();
        var signed = counts.receipted() + counts.settled();
        var moved = !knowsCursor(session);
        var head = head(session);
        var begins = head.epoch() > 1 && head.received() == 0;
        var lost = head.received() < signed && !begins;
        var changed = store.setting(EPOCH)
                .filter(known -> !known.equals(hello.epoch()))
                .isPresent();
        var setBack = lost || changed || moved;
        if (setBack) {
            // in their old order, so that nothing clashes that did not clash before
            upload.handOver();
        }
        if (lost) {
            upload.again(head.received(), signed);
        }
        if (setBack) {
            download.fromTheBeginning();
            Aside.begin(store);
        }
        store.setting(EPOCH, hello.epoch());
        return setBack;
    }

    /** Whether what stood where the last pull ended stands there still. */
    private boolean knowsCursor(PlatformSession session) {
        var reply = session.send(
                "/device?cursor=" + URLEncoder.encode(store.cursor(), StandardCharsets.UTF_8),
                request -> request.GET());
        return reply.status() != 409;
    }

    private static Push.Head head(PlatformSession session) {
        var reply = session.send("/device", request -> request.GET());
        if (reply.status() != 200) {
            throw PlatformSession.refused(reply);
        }
        return ExchangeJson.head(JsonValue.parse(reply.body()));
    }
}
