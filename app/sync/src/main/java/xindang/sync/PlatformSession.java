package xindang.sync;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.exchange.Hello;
import xindang.model.exchange.Refusal;
import xindang.model.json.CanonicalJson;
import xindang.model.json.JsonValue;
import xindang.model.wire.ExchangeJson;

/**
 * An exchange with a platform that is known: it proves who it is, gives the time, and gets a token. What the device signs
 * carries the platform's time, because the clock of a village computer may say anything.
 */
final class PlatformSession {
    private static final Duration ASSERTION = Duration.ofMinutes(2);

    private static final int TOKEN_TRIES = 5;

    private final Link link;
    private final Membership member;
    private final DeviceKey key;
    private final Clock clock;
    private final DeviceKey platform;
    private Duration offset = Duration.ZERO;
    private String token = "";

    PlatformSession(Link link, Membership member, DeviceKey key, Clock clock) {
        this.link = link;
        this.member = member;
        this.key = key;
        this.clock = clock;
        this.platform = member.pinned();
    }

    Membership member() {
        return member;
    }

    /**
     * Asks the platform who it is and sets this session's time by it. All that the greeting says is signed by the key that was pinned, so
     * another key for encryption than the one known is the platform's own, as after it was put back to a copy of before it had one.
     */
    Hello greet() {
        var nonce = UUID.randomUUID().toString();
        var reply = link.send(() -> link.to("/hello?nonce=" + nonce).GET());
        if (reply.status() != 200) {
            throw refused(reply);
        }
        var hello = ExchangeJson.hello(JsonValue.parse(reply.body()));
        var said = platform.verified("hello", hello.signed())
                .map(JsonValue::parse)
                .filter(json -> json.text("nonce").equals(nonce)
                        && json.text("platform").equals(member.platform())
                        && json.text("time").equals(hello.time().toString())
                        && json.text("epoch").equals(hello.epoch()))
                .orElseThrow(() -> new AppException(ErrorCode.REFUSED, "another platform", "exchange.platform"));
        if (!said.text("encryptionKey").equals(hello.encryptionKey())
                || !DeviceKey.isForEncryption(hello.encryptionKey())) {
            throw new AppException(ErrorCode.REFUSED, "key for encryption not signed", "exchange.encryption-key");
        }
        offset = Duration.between(clock.instant(), Instant.parse(said.text("time")));
        return hello;
    }

    /** How far the clock here is ahead of the one the platform signed. */
    Duration clockAhead() {
        return offset.negated();
    }

    /** The time here, for how long something took. */
    Instant now() {
        return clock.instant();
    }

    /** Sends a request with a token; a token that has run out is renewed once. */
    Link.Reply send(String path, UnaryOperator<HttpRequest.Builder> request) {
        return begin(path, request).reply();
    }

    /** Sends a request with a token; its reply can be waited for later. */
    Call begin(String path, UnaryOperator<HttpRequest.Builder> request) {
        if (token.isEmpty()) {
            token = newToken();
        }
        return new Call(path, request);
    }

    /** A request on its way. */
    final class Call {
        private final Supplier<HttpRequest.Builder> request;
        private final Link.Call first;

        private Call(String path, UnaryOperator<HttpRequest.Builder> request) {
            this.request = () -> request.apply(link.to(path).header("Authorization", "Bearer " + token));
            first = link.begin(this.request);
        }

        Link.Reply reply() {
            var reply = first.reply();
            if (reply.status() == 401) {
                token = newToken();
                reply = link.send(request);
            }
            return reply;
        }

        /** Nobody waits for the reply any more. */
        void drop() {
            first.drop();
        }
    }

    /** What the platform signed as the type, checked against the pinned key. */
    Optional<String> verified(String type, String compact) {
        return platform.verified(type, compact);
    }

    String sign(byte[] body) {
        return key.sign(body);
    }

    /** The platform's refusal in a reply, as a failure of this exchange. */
    static AppException refused(Link.Reply reply) {
        var refusal = refusal(reply);
        var code = reply.status() >= 500 ? ErrorCode.NETWORK : ErrorCode.REFUSED;
        return new AppException(code, reply.status() + " " + refusal.code(), refusal.code(), refusal.text());
    }

    static Refusal refusal(Link.Reply reply) {
        try {
            return ExchangeJson.refusal(JsonValue.parse(reply.body()));
        } catch (AppException e) {
            return new Refusal("exchange.unreadable", "", 0);
        }
    }

    private String newToken() {
        var reply = askForToken();
        // the network delivered the request twice, and the answer to the second came back; a bad one does so again and
        // again
        for (var again = 0; again < TOKEN_TRIES && isReplayed(reply); again++) {
            reply = askForToken();
        }
        if (reply.status() != 200) {
            throw refused(reply);
        }
        return JsonValue.parse(reply.body()).text("access_token");
    }

    private static boolean isReplayed(Link.Reply reply) {
        return reply.status() == 401 && refusal(reply).code().equals("token.replayed");
    }

    private Link.Reply askForToken() {
        return link.send(() -> link.to("/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_assertion_type="
                        + encoded("urn:ietf:params:oauth:client-assertion-type:jwt-bearer") + "&client_assertion="
                        + assertion())));
    }

    private String assertion() {
        var client = member.client().toString();
        var now = clock.instant().plus(offset);
        return key.jwt(CanonicalJson.write(Map.of(
                "iss", client,
                "sub", client,
                "aud", member.platform(),
                "jti", UUID.randomUUID().toString(),
                "iat", now.getEpochSecond(),
                "exp", now.plus(ASSERTION).getEpochSecond())));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
