package xindang.platform;

import static xindang.platform.jooq.Tables.CLIENT;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import xindang.platform.jooq.tables.records.ClientRecord;

/** An enrolled device, with its public key and its region. It may send and see changes of that region. */
record Device(UUID client, String name, String region, int epoch, ECKey key) {
    private static final JWSHeader ES256 = new JWSHeader(JWSAlgorithm.ES256);

    static Optional<Device> find(DSLContext db, UUID client) {
        return db.selectFrom(CLIENT).where(CLIENT.ID.eq(client)).fetchOptional().map(Device::of);
    }

    static Device of(ClientRecord row) {
        return new Device(
                row.getId(),
                row.getDevice(),
                row.getRegion(),
                row.getEpoch(),
                publicKey(row.getJwk()).orElseThrow(() -> new IllegalStateException("stored key unreadable")));
    }

    /** Returns the public P-256 key of a JWK with at most 1,000 characters; empty for anything else. */
    static Optional<ECKey> publicKey(String jwk) {
        try {
            var key = ECKey.parse(jwk);
            return jwk.length() <= 1000 && Curve.P_256.equals(key.getCurve()) && !key.isPrivate()
                    ? Optional.of(key)
                    : Optional.empty();
        } catch (ParseException | RuntimeException e) {
            // the library throws a NullPointerException for a JSON null
            return Optional.empty();
        }
    }

    /** Returns true if the key signed exactly these bytes. */
    static boolean signed(ECKey key, byte[] body, String signature) {
        try {
            return signature.length() <= 100 && new ECDSAVerifier(key).verify(ES256, body, new Base64URL(signature));
        } catch (JOSEException e) {
            return false;
        }
    }

    /** Returns this device with another epoch, for changes that were made under that epoch. */
    Device withRun(int number) {
        return new Device(client, name, region, number, key);
    }

    boolean mayTouch(String code) {
        return code.startsWith(region);
    }
}
