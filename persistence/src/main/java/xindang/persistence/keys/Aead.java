package xindang.persistence.keys;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/**
 * Encrypts with ChaCha20-Poly1305 (RFC 8439): a key of 32, a nonce of 12 and a tag of 16 bytes. It is fast without
 * special processor instructions and without an optimizing compiler.
 */
public final class Aead {
    public static final int NONCE = 12;
    public static final int TAG = 16;

    private final Cipher sealing = cipher();

    /**
     * Encrypts the first bytes of {@code plain}. Only one thread may use an instance at a time.
     *
     * @param bound data that is authenticated but not encrypted
     */
    public byte[] seal(byte[] key, byte[] nonce, byte[] bound, byte[] plain, int length) {
        try {
            return begin(sealing, Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(plain, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ChaCha20-Poly1305", e);
        }
    }

    /**
     * Decrypts bytes of {@link #seal}.
     *
     * @throws AppException FILE_DAMAGED if a single bit of the bytes, of {@code bound} or of the key is wrong
     */
    public static byte[] open(byte[] key, byte[] nonce, byte[] bound, byte[] sealed, int offset, int length) {
        try {
            // a new cipher each time: the JDK's cipher refuses the same nonce twice, even for decrypting the same bytes
            return begin(cipher(), Cipher.DECRYPT_MODE, key, nonce, bound).doFinal(sealed, offset, length);
        } catch (AEADBadTagException e) {
            throw new AppException(ErrorCode.FILE_DAMAGED, "sealed bytes were changed, or the key is another", e);
        } catch (GeneralSecurityException e) {
            throw new AppException(ErrorCode.FILE_DAMAGED, "sealed bytes are no sealed bytes", e);
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("ChaCha20-Poly1305");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ChaCha20-Poly1305", e);
        }
    }

    private static Cipher begin(Cipher cipher, int mode, byte[] key, byte[] nonce, byte[] bound)
            throws GeneralSecurityException {
        cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
        cipher.updateAAD(bound);
        return cipher;
    }
}
