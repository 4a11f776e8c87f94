package xindang.persistence.keys;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.disk.Bytes;

/**
 * Derives a key from a password by Argon2id (RFC 9106), slowly on purpose.
 *
 * @param memory KiB, 8 to 1,048,576; a file that requires more is refused
 * @param passes 1 to 16
 * @param lanes 1 to 8
 * @param salt 16 random bytes
 */
public record Argon2(int memory, int passes, int lanes, Bytes salt) {
    public Argon2 {
        if (memory < 8 * lanes || memory > 1 << 20 || passes < 1 || passes > 16 || lanes < 1 || lanes > 8) {
            throw new AppException(ErrorCode.UNREADABLE, "Argon2 asks for " + memory + " KiB, " + passes + " passes");
        }
        if (salt.array().length != 16) {
            throw new AppException(ErrorCode.UNREADABLE, "salt of " + salt.array().length + " bytes");
        }
    }

    /** The cost of one guess of a password. */
    public enum Cost {
        /** For real archives: 64 MiB, 3 passes. */
        FULL(64 * 1024, 3),
        /** For practice and tests with invented people: 64 KiB, 1 pass. */
        TRIAL(64, 1);

        private final int memory;
        private final int passes;

        Cost(int memory, int passes) {
            this.memory = memory;
            this.passes = passes;
        }
    }

    public static Argon2 of(Cost cost, SecureRandom random) {
        var salt = new byte[16];
        random.nextBytes(salt);
        return new Argon2(cost.memory, cost.passes, 1, new Bytes(salt));
    }

    byte[] derive(char[] password) {
        var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        var bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        encoded.clear();
        while (encoded.hasRemaining()) {
            encoded.put((byte) 0);
        }
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memory)
                    .withIterations(passes)
                    .withParallelism(lanes)
                    .withSalt(salt.array())
                    .build());
            var key = new byte[32];
            generator.generateBytes(bytes, key);
            return key;
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
