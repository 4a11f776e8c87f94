package xindang.persistence.disk;

import java.util.OptionalInt;

/**
 * Finds a single wrong bit by the CRC-32C of its bytes. A CRC is linear: the effect of a flipped bit depends only on
 * its distance from the end. A caller must check the corrected bytes by a stronger method.
 */
public final class OneBit {
    /** Polynomial of CRC-32C in reversed bit order. */
    private static final int POLYNOMIAL = 0x82F63B78;

    private static final int[] STEPS = steps();

    private OneBit() {}

    private static int[] steps() {
        var steps = new int[256];
        for (var i = 0; i < steps.length; i++) {
            var step = i;
            for (var bit = 0; bit < 8; bit++) {
                step = (step & 1) == 0 ? step >>> 1 : step >>> 1 ^ POLYNOMIAL;
            }
            steps[i] = step;
        }
        return steps;
    }

    /**
     * Returns the place of the wrong bit.
     *
     * @param crc the checksum of the original bytes
     * @return eight times the index of its byte from the offset, plus its number from the lowest bit; empty if no
     *     single bit explains the checksum
     */
    public static OptionalInt find(byte[] bytes, int offset, int length, int crc) {
        var wanted = FileHead.crc(bytes, offset, length) ^ crc;
        var effects = new int[8];
        for (var bit = 0; bit < 8; bit++) {
            effects[bit] = STEPS[1 << bit];
        }
        for (var i = length - 1; i >= 0; i--) {
            for (var bit = 0; bit < 8; bit++) {
                if (effects[bit] == wanted) {
                    return OptionalInt.of(i * 8 + bit);
                }
                effects[bit] = effects[bit] >>> 8 ^ STEPS[effects[bit] & 0xFF];
            }
        }
        return OptionalInt.empty();
    }

    /** Corrects the wrong bit if there is exactly one. */
    public static boolean correct(byte[] bytes, int offset, int length, int crc) {
        var wrong = find(bytes, offset, length, crc);
        wrong.ifPresent(bit -> bytes[offset + bit / 8] ^= (byte) (1 << bit % 8));
        return wrong.isPresent();
    }
}
