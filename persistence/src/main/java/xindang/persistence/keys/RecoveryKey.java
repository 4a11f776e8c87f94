package xindang.persistence.keys;

import java.security.SecureRandom;
import java.util.Locale;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/**
 * The recovery key: 160 random bits that open an archive when its password is forgotten. It is printed and typed as
 * eight groups of four characters and a check character, without I, L, O and U. The check character finds each single
 * wrong character and nearly all swapped pairs, and shows in which group.
 */
public final class RecoveryKey {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUPS = 8;
    private static final int[] WEIGHTS = {1, 5, 11, 23};

    private final byte[] bytes;

    private RecoveryKey(byte[] bytes) {
        this.bytes = bytes;
    }

    public static RecoveryKey random(SecureRandom random) {
        var bytes = new byte[20];
        random.nextBytes(bytes);
        return new RecoveryKey(bytes);
    }

    /**
     * Reads a typed key. Lower case and spaces are accepted, and so are O for 0 and I or L for 1.
     *
     * @throws AppException WRONG_PASSWORD with the number of the first wrong group, from 1
     */
    public static RecoveryKey parse(String typed) {
        var text = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        var bytes = new byte[20];
        var bits = 0L;
        for (var group = 0; group < GROUPS; group++) {
            if (text.length() < (group + 1) * 5) {
                throw wrong(group);
            }
            var part = text.substring(group * 5, group * 5 + 5);
            for (var i = 0; i < 4; i++) {
                var value = ALPHABET.indexOf(part.charAt(i));
                if (value < 0) {
                    throw wrong(group);
                }
                bits = bits << 5 | value;
            }
            if (check(part, group) != part.charAt(4)) {
                throw wrong(group);
            }
            if (group % 2 == 1) {
                for (var i = 0; i < 5; i++) {
                    bytes[group / 2 * 5 + i] = (byte) (bits >> (32 - 8 * i));
                }
                bits = 0;
            }
        }
        if (text.length() > GROUPS * 5) {
            throw wrong(GROUPS - 1);
        }
        return new RecoveryKey(bytes);
    }

    /** Returns the printed form of the key, such as {@code 7K3QW-...}. */
    public String printed() {
        var text = new StringBuilder();
        for (var half = 0; half < GROUPS / 2; half++) {
            var bits = 0L;
            for (var i = 0; i < 5; i++) {
                bits = bits << 8 | (bytes[half * 5 + i] & 0xFF);
            }
            for (var group = 0; group < 2; group++) {
                var part = new StringBuilder();
                for (var i = 0; i < 4; i++) {
                    part.append(ALPHABET.charAt((int) (bits >> (35 - 5 * (group * 4 + i))) & 31));
                }
                text.append(text.isEmpty() ? "" : "-").append(part).append(check(part, half * 2 + group));
            }
        }
        return text.toString();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private static char check(CharSequence part, int group) {
        var sum = group * 7;
        for (var i = 0; i < 4; i++) {
            sum += WEIGHTS[i] * ALPHABET.indexOf(part.charAt(i));
        }
        return ALPHABET.charAt(sum % 32);
    }

    private static AppException wrong(int group) {
        return new AppException(
                ErrorCode.WRONG_PASSWORD, "recovery key: group " + (group + 1), String.valueOf(group + 1));
    }
}
