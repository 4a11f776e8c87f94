package xindang.sync;

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
import java.text.ParseException;
import java.util.Optional;

/** An ES256 key: the secret key of this device, or the public key of the platform. */
final class DeviceKey {
    private final ECKey key;

    private DeviceKey(ECKey key) {
        this.key = key;
    }

    static DeviceKey generate() {
        try {
            return new DeviceKey(
                    new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("JDK without P-256", e);
        }
    }

    static Optional<DeviceKey> parse(String jwk) {
        try {
            var key = ECKey.parse(jwk);
            return Curve.P_256.equals(key.getCurve()) ? Optional.of(new DeviceKey(key)) : Optional.empty();
        } catch (ParseException | RuntimeException e) {
            // the library throws a NullPointerException for a JSON null
            return Optional.empty();
        }
    }

    /** Returns true if a JWK is a public P-256 key for encryption without a secret part. */
    static boolean isForEncryption(String jwk) {
        return parse(jwk)
                .filter(parsed -> KeyUse.ENCRYPTION.equals(parsed.key.getKeyUse()) && !parsed.key.isPrivate())
                .isPresent();
    }

    /** Returns the complete key as a JWK. It must stay secret. */
    String secret() {
        return key.toJSONString();
    }

    String publicJwk() {
        return key.toPublicJWK().toJSONString();
    }

    /** Returns the signature of the bytes as base64url. */
    String sign(byte[] body) {
        try {
            return new ECDSASigner(key)
                    .sign(new JWSHeader(JWSAlgorithm.ES256), body)
                    .toString();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    /** Returns a compact JWS of claims. */
    String jwt(String claims) {
        try {
            var jws = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(JOSEObjectType.JWT)
                            .keyID(key.getKeyID())
                            .build(),
                    new Payload(claims));
            jws.sign(new ECDSASigner(key));
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    /** Returns the signed text if this key signed it with this type; otherwise empty. */
    Optional<String> verified(String type, String compact) {
        try {
            var jws = JWSObject.parse(compact);
            var genuine = JWSAlgorithm.ES256.equals(jws.getHeader().getAlgorithm())
                    && new JOSEObjectType(type).equals(jws.getHeader().getType())
                    && jws.verify(new ECDSAVerifier(key.toPublicJWK()));
            return genuine ? Optional.of(jws.getPayload().toString()) : Optional.empty();
        } catch (ParseException | JOSEException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
