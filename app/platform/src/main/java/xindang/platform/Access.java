package xindang.platform;

import static xindang.platform.jooq.Tables.ASSERTION;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import xindang.model.common.AppException;
import xindang.model.json.CanonicalJson;
import xindang.model.json.JsonValue;

/**
 * Issues and checks access tokens: OAuth 2 client credentials with {@code private_key_jwt} (RFC 7523). A device signs
 * an assertion and receives a token that is valid for ten minutes.
 */
final class Access {
    static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration LONGEST_ASSERTION = Duration.ofMinutes(10);
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final Pattern JTI = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final String TOKEN = "at+jwt";
    /**
     * Number of verified tokens that stay in memory. It is larger than the number of devices that work at the same
     * time.
     */
    private static final int REMEMBERED = 2000;

    private final PlatformDatabase database;
    private final Identity identity;
    private final Clock clock;
    private final Map<String, Claims> verified = new ConcurrentHashMap<>();

    Access(PlatformDatabase database, Identity identity, Clock clock) {
        this.database = database;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * Returns the answer to a token request.
     *
     * @param form the fields of the request's form
     * @throws Refused 400 if the grant is of another type, 401 if the assertion is not valid
     */
    String token(Map<String, String> form) {
        if (!"client_credentials".equals(form.get("grant_type"))
                || !"urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                        .equals(form.get("client_assertion_type"))) {
            throw Refused.of(400, "token.grant");
        }
        var device = assertedBy(form.getOrDefault("client_assertion", ""));
        var now = clock.instant();
        var claims = Map.of(
                "sub", device.client().toString(),
                "epoch", device.epoch(),
                "exp", now.plus(LIFE).getEpochSecond());
        return CanonicalJson.write(Map.of(
                "access_token", identity.sign(TOKEN, CanonicalJson.write(claims)),
                "token_type", "Bearer",
                "expires_in", LIFE.toSeconds()));
    }

    /**
     * Returns the device that sent a request.
     *
     * @param authorization the {@code Authorization} header
     * @throws Refused 401 if the token is invalid or expired, or if the device has been enrolled again
     */
    Device device(String authorization) {
        var token = authorization.startsWith("Bearer ") ? authorization.substring(7) : "";
        var claims = claims(token)
                .filter(claim -> claim.expires().isAfter(clock.instant()))
                .orElseThrow(() -> Refused.of(401, "token.invalid"));
        return database.read(db -> Device.find(db, claims.client()))
                .filter(device -> device.epoch() == claims.epoch())
                .orElseThrow(() -> Refused.of(401, "token.invalid"));
    }

    /**
     * Returns the claims of a token that this platform signed. A token that was verified recently is not verified
     * again.
     */
    private Optional<Claims> claims(String token) {
        var known = verified.get(token);
        if (known != null) {
            return Optional.of(known);
        }
        var claims = identity.verify(TOKEN, token).map(JsonValue::parse).map(Claims::of);
        claims.ifPresent(fresh -> {
            if (verified.size() >= REMEMBERED) {
                verified.clear();
            }
            verified.put(token, fresh);
        });
        return claims;
    }

    private record Claims(UUID client, long epoch, Instant expires) {
        static Claims of(JsonValue json) {
            return new Claims(
                    UUID.fromString(json.text("sub")), json.number("epoch"), Instant.ofEpochSecond(json.number("exp")));
        }
    }

    /** Returns the device that signed an assertion, and records the assertion as used. */
    private Device assertedBy(String assertion) {
        try {
            var jws = Identity.signed(assertion).orElseThrow(() -> Refused.of(401, "token.client"));
            var claims = JsonValue.parse(jws.getPayload().toString());
            var client = UUID.fromString(claims.text("sub"));
            var device =
                    database.read(db -> Device.find(db, client)).orElseThrow(() -> Refused.of(401, "token.client"));
            if (!JWSAlgorithm.ES256.equals(jws.getHeader().getAlgorithm())
                    || !jws.verify(new ECDSAVerifier(device.key()))
                    || !claims.text("sub").equals(claims.text("iss"))
                    || !audience(claims.at("aud")).contains(identity.platform())) {
                throw Refused.of(401, "token.client");
            }
            once(client, claims.text("jti"), Instant.ofEpochSecond(claims.number("exp")));
            return device;
        } catch (JOSEException | AppException | IllegalArgumentException | DateTimeException e) {
            throw Refused.of(401, "token.client");
        }
    }

    private static List<String> audience(JsonValue aud) {
        return aud.isText()
                ? List.of(aud.text())
                : aud.list().stream().map(JsonValue::text).toList();
    }

    /** Accepts each assertion once and only during its validity. */
    private void once(UUID client, String jti, Instant expires) {
        var now = clock.instant();
        if (!JTI.matcher(jti).matches()) {
            throw Refused.of(401, "token.client");
        }
        if (!expires.isAfter(now.minus(SKEW))
                || expires.isAfter(now.plus(LONGEST_ASSERTION).plus(SKEW))) {
            throw Refused.of(401, "token.time");
        }
        var fresh = database.note(db -> {
            db.deleteFrom(ASSERTION)
                    .where(ASSERTION.EXPIRES_AT.lt(now.minus(SKEW).toEpochMilli()))
                    .execute();
            return db.insertInto(ASSERTION, ASSERTION.CLIENT, ASSERTION.JTI, ASSERTION.EXPIRES_AT)
                    .values(client, jti, expires.toEpochMilli())
                    .onConflictDoNothing()
                    .execute();
        });
        if (fresh == 0) {
            throw Refused.of(401, "token.replayed");
        }
    }
}
