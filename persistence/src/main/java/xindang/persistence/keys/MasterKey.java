package xindang.persistence.keys;

import java.security.SecureRandom;
import java.util.Arrays;

/** The master key of an archive: 32 random bytes. All other keys are derived from it. */
public final class MasterKey implements AutoCloseable {
    private final byte[] key;

    MasterKey(byte[] key) {
        this.key = key.clone();
    }

    public static MasterKey random(SecureRandom random) {
        var key = new byte[32];
        random.nextBytes(key);
        return new MasterKey(key);
    }

    /** The use of a derived key. The texts are part of the file format. */
    public enum Purpose {
        DATABASE("xindang database 1"),
        LEDGER("xindang ledger 1"),
        RECORD_KEYS("xindang record keys 1"),
        ENVELOPE("xindang envelope 1"),
        DRAFTS("xindang drafts 1");

        private final String text;

        Purpose(String text) {
            this.text = text;
        }
    }

    public byte[] derive(Purpose purpose) {
        return Hkdf.derive(key, new byte[0], purpose.text);
    }

    byte[] bytes() {
        return key.clone();
    }

    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
    }
}
