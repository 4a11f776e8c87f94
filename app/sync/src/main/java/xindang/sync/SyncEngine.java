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
 * Exchanges the changes of an archive with a city platform. Only one thread may use it at a time.
 *
 * <p>Failures are {@link AppException}s: NETWORK if the platform does not answer; REFUSED if it refuses or is not the
 * pinned one (the first argument is the code, such as {@code device.forked}, the second the platform's message if it
 * has one); CANCELLED; USAGE for an address that is neither https nor on this machine. After any failure, the next
 * exchange continues at the same point.
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

    /** Returns the address of the platform that this archive is enrolled with. */
    public Optional<URI> platform() {
        return Membership.find(store).map(Membership::address);
    }

    /**
     * Enrols this device. The call may be repeated with the same code if its answer was lost. A device that is enrolled
     * already is enrolled again. That also repairs a device which the platform refuses as forked.
     *
     * @param code one-time code as it was typed
     * @param region division code of 4, 6, 9 or 12 digits
     * @param device id of the device in its changes
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
     * Sends all waiting changes and receives all new ones.
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
        var setBack = repairSetBack(session, hello, upload, download);
        upload.pushAll();
        download.pullAll();
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
     * Makes this archive its own device, because another archive used its identity: this one was copied, or restored
     * and used again. This archive gets its own key and epoch; the other keeps what it has. The key is stored before it
     * is sent, so the request can be repeated if its answer is lost.
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
     * Restores a platform that lacks changes for which it has signed. It was restored to an older state, or this
     * archive was enrolled with another platform before. The archive first sends all its changes again, including those
     * of other devices, and then pulls the platform's order from the beginning.
     *
     * <p>A device that was enrolled again begins a new epoch. There, zero received changes do not mean a loss.
     */
    private boolean repairSetBack(PlatformSession session, Hello hello, Upload upload, Download download) {
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
            // the old order creates no new conflicts
            upload.resubmit();
        }
        if (lost) {
            upload.resend(head.received(), signed);
        }
        if (setBack) {
            download.resetCursor();
            Aside.begin(store);
        }
        store.setting(EPOCH, hello.epoch());
        return setBack;
    }

    /** Returns true if the change at which the last pull ended is still at its position. */
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
