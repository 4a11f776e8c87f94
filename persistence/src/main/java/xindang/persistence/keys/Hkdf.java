package xindang.persistence.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with SHA-256 (RFC 5869) for keys of 32 bytes, and the HMAC it is made of. */
final class Hkdf {
    private Hkdf() {}

    static byte[] derive(byte[] secret, byte[] salt, String purpose) {
        var extracted = hmac(salt, secret);
        var info = purpose.getBytes(StandardCharsets.UTF_8);
        var first = new byte[info.length + 1];
        System.arraycopy(info, 0, first, 0, info.length);
        first[info.length] = 1;
        return hmac(extracted, first);
    }

    static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[32] : key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("JDK without HMAC", e);
        }
    }
}
