package xindang.persistence.keys;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/** AES-256-GCM with a nonce of 12 and a tag of 16 bytes. Not for several threads at once. */
public final class Gcm {
    public static final int NONCE = 12;
    public static final int TAG = 16;

    private final Cipher cipher;

    public Gcm() {
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("JDK without AES-GCM", e);
        }
    }

    public byte[] seal(byte[] key, byte[] nonce, byte[] bound, byte[] plain, int length) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * 8, nonce));
            cipher.updateAAD(bound);
            return cipher.doFinal(plain, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM", e);
        }
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws AppException FILE_DAMAGED when a bit of it, of {@code bound} or of the key is another
     */
    public byte[] open(byte[] key, byte[] nonce, byte[] bound, byte[] sealed, int offset, int length) {
        try {
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * 8, nonce));
            cipher.updateAAD(bound);
            return cipher.doFinal(sealed, offset, length);
        } catch (AEADBadTagException e) {
            throw new AppException(ErrorCode.FILE_DAMAGED, "sealed bytes were changed, or the key is another", e);
        } catch (GeneralSecurityException e) {
            throw new AppException(ErrorCode.FILE_DAMAGED, "sealed bytes are no sealed bytes", e);
        }
    }
}
