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
 * One exchange with a known platform. The platform proves its identity and its time, and issues a token. The device
 * signs with the platform's time, because the clock of a village computer may be wrong.
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
     * Requests the greeting of the platform and sets the time of this session. The pinned key signs everything in the
     * greeting. Therefore a different encryption key in it is also the platform's own, for example after a restore from
     * an old backup.
     *
     * @throws AppException REFUSED if the signature does not fit
     */
    Hello greet() {
        var nonce = UUID.randomUUID().toString();
        var reply = link.send(() -> link.to("/hello?nonce=" + nonce).GET());
        if (reply.status() != 200) {
            throw refused(reply);
        }
        var hello = ExchangeJson.hello(JsonValue.parse(reply.body()));
        var signed = platform.verified("hello", hello.signed())
                .map(JsonValue::parse)
                .filter(json -> json.text("nonce").equals(nonce)
                        && json.text("platform").equals(member.platform())
                        && json.text("time").equals(hello.time().toString())
                        && json.text("epoch").equals(hello.epoch()))
                .orElseThrow(() -> new AppException(ErrorCode.REFUSED, "another platform", "exchange.platform"));
        if (!signed.text("encryptionKey").equals(hello.encryptionKey())
                || !DeviceKey.isForEncryption(hello.encryptionKey())) {
            throw new AppException(ErrorCode.REFUSED, "key for encryption not signed", "exchange.encryption-key");
        }
        offset = Duration.between(clock.instant(), Instant.parse(signed.text("time")));
        return hello;
    }

    /** Returns how much the local clock is ahead of the platform's signed time; negative if it is behind. */
    Duration clockAhead() {
        return offset.negated();
    }

    /** Returns the local time, to measure durations. */
    Instant now() {
        return clock.instant();
    }

    /** Sends a request with a token and waits for the reply. An expired token is renewed once. */
    Link.Reply send(String path, UnaryOperator<HttpRequest.Builder> request) {
        return begin(path, request).reply();
    }

    /** Sends a request with a token and returns at once. */
    Call begin(String path, UnaryOperator<HttpRequest.Builder> request) {
        if (token.isEmpty()) {
            token = newToken();
        }
        return new Call(path, request);
    }

    /** A request that was sent. */
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

        /** Cancels the request. Its reply is not needed. */
        void drop() {
            first.drop();
        }
    }

    /** Returns the signed text if the pinned key signed it with this type; otherwise empty. */
    Optional<String> verified(String type, String compact) {
        return platform.verified(type, compact);
    }

    String sign(byte[] body) {
        return key.sign(body);
    }

    /** Returns the platform's refusal in a reply as an exception. */
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
        // a bad network may deliver the request twice and return the answer to the second one, several times in a row
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
