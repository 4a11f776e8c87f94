package xindang.platform;

import static xindang.platform.jooq.Tables.SETTING;
import static xindang.platform.jooq.Tables.TICKET;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;

/**
 * The identity of this platform: its id, its epoch, its signing key and its encryption key. Clients encrypt data that
 * only the platform may read with the encryption key. All gateways on one database share these values. Missing values
 * are created at the next start.
 */
final class Identity {
    private final String platform;
    private final String epoch;
    private final ECKey key;
    private final ECKey encryption;

    private Identity(String platform, String epoch, ECKey key, ECKey encryption) {
        this.platform = platform;
        this.epoch = epoch;
        this.key = key;
        this.encryption = encryption;
    }

    static Identity of(PlatformDatabase database) {
        return database.write(db -> {
            // Two gateways that start on an empty database must not create two keys.
            db.selectFrom(TICKET).forUpdate().fetch();
            try {
                return new Identity(
                        setting(db, "platform", "urn:uuid:" + UUID.randomUUID()),
                        setting(db, "epoch", UUID.randomUUID().toString()),
                        ECKey.parse(setting(db, "key", newKey(KeyUse.SIGNATURE))),
                        ECKey.parse(setting(db, "encryption-key", newKey(KeyUse.ENCRYPTION))));
            } catch (ParseException e) {
                throw new IllegalStateException("platform key unreadable", e);
            }
        });
    }

    String platform() {
        return platform;
    }

    String epoch() {
        return epoch;
    }

    String publicKey() {
        return key.toPublicJWK().toJSONString();
    }

    /** Returns the P-256 public key for encryption, as a JWK. */
    String encryptionKey() {
        return encryption.toPublicJWK().toJSONString();
    }

    /** Signs a text as a compact JWS. The type prevents a statement of one kind from being used as another kind. */
    String sign(String type, String payload) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(new JOSEObjectType(type))
                    .keyID(key.getKeyID())
                    .build();
            var jws = new JWSObject(header, new Payload(payload));
            jws.sign(new ECDSASigner(key));
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    /** Returns a seal that only this platform can make and check: 64 lower-case hexadecimal digits. */
    String seal(String type, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getD().decode(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((type + " " + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("JDK without HMAC", e);
        }
    }

    /** Returns the signed text if this platform signed it with this type; otherwise empty. */
    Optional<String> verify(String type, String compact) {
        try {
            var jws = JWSObject.parse(compact);
            var genuine = JWSAlgorithm.ES256.equals(jws.getHeader().getAlgorithm())
                    && new JOSEObjectType(type).equals(jws.getHeader().getType())
                    && jws.verify(new ECDSAVerifier(key.toECPublicKey()));
            return genuine ? Optional.of(jws.getPayload().toString()) : Optional.empty();
        } catch (ParseException | JOSEException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Parses a signed text without checking its signature. Returns empty if it cannot be parsed; the library also
     * throws a NullPointerException for a JSON null.
     */
    static Optional<JWSObject> signed(String compact) {
        try {
            return Optional.of(JWSObject.parse(compact));
        } catch (ParseException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String setting(DSLContext db, String name, String defaultValue) {
        var stored = db.select(SETTING.CONTENT)
                .from(SETTING)
                .where(SETTING.NAME.eq(name))
                .fetchOne(SETTING.CONTENT);
        if (stored != null) {
            return stored;
        }
        db.insertInto(SETTING, SETTING.NAME, SETTING.CONTENT)
                .values(name, defaultValue)
                .execute();
        return defaultValue;
    }

    private static String newKey(KeyUse use) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(use)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("JDK without P-256", e);
        }
    }
}
