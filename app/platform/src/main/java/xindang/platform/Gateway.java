package xindang.platform;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Failed;
import xindang.model.exchange.Protocol;
import xindang.model.exchange.Refusal;
import xindang.model.json.CanonicalJson;
import xindang.model.wire.ExchangeJson;

/**
 * The HTTP interface of the platform. It treats each request as hostile: it limits sizes, times and types before it
 * reads a request.
 */
final class Gateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final int SMALL = 16 * 1024;
    private static final Pattern SEQUENCE = Pattern.compile("\\d{1,18}");
    private static final int THREADS = 48;
    private static final int IDLE_MILLIS = 30_000;

    private final Access access;
    private final Enrolments enrolments;
    private final Greeting greeting;
    private final Inbox inbox;
    private final Outbox outbox;
    private final ReportPage reportPage;
    private final Withholdings withholdings;
    private final Javalin server;
    private String host = "127.0.0.1";

    Gateway(
            Access access,
            Enrolments enrolments,
            Greeting greeting,
            Inbox inbox,
            Outbox outbox,
            ReportPage reportPage,
            Withholdings withholdings) {
        this.access = access;
        this.enrolments = enrolments;
        this.greeting = greeting;
        this.inbox = inbox;
        this.outbox = outbox;
        this.reportPage = reportPage;
        this.withholdings = withholdings;
        server = Javalin.create(this::configure);
    }

    void start(String address, int port) {
        host = address;
        try {
            server.start(address, port);
        } catch (RuntimeException e) {
            var place = address + ":" + port;
            throw new AppException(ErrorCode.NETWORK, "cannot listen on " + place, e, place);
        }
    }

    URI address() {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port());
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.maxRequestSize = Protocol.SINGLE_BYTES;
        config.http.generateEtags = false;
        config.concurrency.useVirtualThreads = false;
        config.jetty.threadPool = new QueuedThreadPool(THREADS, 4);
        config.jetty.modifyHttpConfiguration(Gateway::bound);
        config.routes
                .get("/health", this::health)
                .get("/hello", this::hello)
                .post("/enrol", this::enrol)
                .post("/token", this::token)
                .get("/device", this::device)
                .get("/device/pending", this::pending)
                .post("/fork", this::fork)
                .post("/push", this::push)
                .post("/handover", this::handover)
                .get("/pull", this::pull)
                .post("/withheld", this::withheld)
                .get("/r/{number}", this::report)
                .exception(Refused.class, (refused, ctx) -> refuse(ctx, refused.status(), refused.refusal()))
                .exception(Exception.class, (e, ctx) -> {
                    var known = new AppException(ErrorCode.INTERNAL, ctx.method() + " " + ctx.endpoint().path, e);
                    LOG.error("request failed: {}", new Failed(known));
                    refuse(ctx, 500, new Refusal("internal", Texts.of("internal"), 0));
                });
    }

    private static void bound(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(SMALL);
        http.setIdleTimeout(IDLE_MILLIS);
    }

    private void health(Context ctx) {
        greeting.hello("");
        json(ctx, CanonicalJson.write(Map.of("status", "up")));
    }

    private void hello(Context ctx) {
        json(ctx, greeting.hello(param(ctx, "nonce")));
    }

    private void enrol(Context ctx) {
        json(ctx, enrolments.enrol(Bodies.read(ctx, SMALL), header(ctx, Protocol.SIGNATURE)));
    }

    private void token(Context ctx) {
        try {
            json(ctx, access.token(form(Bodies.read(ctx, SMALL))));
        } catch (Refused refused) {
            // OAuth 2 has its own names for errors (RFC 6749, 5.2); our code is added beside them.
            ctx.status(refused.status());
            json(
                    ctx,
                    CanonicalJson.write(Map.of(
                            "error",
                            refused.status() == 401 ? "invalid_client" : "invalid_request",
                            "code",
                            refused.refusal().code(),
                            "text",
                            refused.refusal().text())));
        }
    }

    private void device(Context ctx) {
        json(ctx, inbox.head(caller(ctx), param(ctx, "cursor")));
    }

    private void pending(Context ctx) {
        json(ctx, inbox.pending(caller(ctx)));
    }

    private void fork(Context ctx) {
        json(ctx, enrolments.fork(caller(ctx), Bodies.read(ctx, SMALL), header(ctx, Protocol.SIGNATURE)));
    }

    private void handover(Context ctx) {
        var device = caller(ctx);
        if (!"gzip".equals(header(ctx, "Content-Encoding"))) {
            throw Refused.of(415, "request.gzip");
        }
        var body = Bodies.gunzip(Bodies.read(ctx, Protocol.SINGLE_BYTES), Protocol.BATCH_PLAIN_BYTES);
        json(ctx, inbox.handover(device, param(ctx, "cursor"), body, header(ctx, Protocol.SIGNATURE)));
    }

    private void push(Context ctx) {
        var device = caller(ctx);
        var key = uuid(header(ctx, Protocol.IDEMPOTENCY_KEY)).orElseThrow(() -> Refused.of(400, "batch.key"));
        if (!"gzip".equals(header(ctx, "Content-Encoding"))) {
            throw Refused.of(415, "request.gzip");
        }
        var packed = Bodies.read(ctx, Protocol.SINGLE_BYTES);
        var body = Bodies.gunzip(packed, Protocol.BATCH_PLAIN_BYTES);
        if (packed.length > Protocol.BATCH_BYTES && lines(body) > 2) {
            throw Refused.of(413, "request.too-large");
        }
        json(ctx, inbox.take(device, key, body, header(ctx, Protocol.SIGNATURE)));
    }

    private void pull(Context ctx) {
        json(ctx, outbox.pull(caller(ctx), param(ctx, "cursor"), sequence(param(ctx, "own"))));
    }

    private void withheld(Context ctx) {
        var device = caller(ctx);
        json(ctx, withholdings.take(device, Bodies.read(ctx, Protocol.BATCH_BYTES), header(ctx, Protocol.SIGNATURE)));
    }

    private void report(Context ctx) {
        headers(ctx);
        ctx.contentType("text/html; charset=utf-8");
        ctx.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        ctx.result(reportPage.html(ctx.pathParam("number"), param(ctx, "d")));
    }

    private Device caller(Context ctx) {
        return access.device(header(ctx, "Authorization"));
    }

    private static void refuse(Context ctx, int status, Refusal refusal) {
        ctx.status(status);
        json(ctx, ExchangeJson.write(refusal));
    }

    private static void json(Context ctx, String json) {
        json(ctx, json.getBytes(StandardCharsets.UTF_8));
    }

    private static void json(Context ctx, byte[] json) {
        headers(ctx);
        ctx.contentType("application/json; charset=utf-8");
        if (json.length > SMALL && header(ctx, "Accept-Encoding").contains("gzip")) {
            ctx.header("Content-Encoding", "gzip");
            ctx.result(Bodies.gzip(json));
        } else {
            ctx.result(json);
        }
    }

    private static void headers(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "no-referrer");
    }

    private static String header(Context ctx, String name) {
        var value = ctx.header(name);
        return value == null ? "" : value;
    }

    private static String param(Context ctx, String name) {
        var value = ctx.queryParam(name);
        return value == null ? "" : value;
    }

    private static long sequence(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (!SEQUENCE.matcher(text).matches()) {
            throw Refused.of(400, "request.unreadable");
        }
        return Long.parseLong(text);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> form(byte[] body) {
        var fields = new HashMap<String, String>();
        for (var pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                try {
                    fields.put(
                            pair.substring(0, equals),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                } catch (IllegalArgumentException e) {
                    throw Refused.of(400, "request.unreadable");
                }
            }
        }
        return fields;
    }

    private static int lines(byte[] body) {
        var lines = 0;
        for (var b : body) {
            if (b == '\n') {
                lines++;
            }
        }
        return lines;
    }

    @Override
    public void close() {
        server.stop();
    }
}
