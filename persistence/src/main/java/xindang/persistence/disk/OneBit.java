package xindang.persistence.disk;

import java.util.OptionalInt;

/**
 * Finds the one wrong bit of some bytes by their CRC-32C. A CRC is linear: what one flipped bit does to it depends only on how
 * far from the end the bit is. Whoever corrects a bit by this checks the bytes afterwards by something stronger.
 */
public final class OneBit {
    /** CRC-32C, its bits reversed as the checksum has them. */
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
     * Where the wrong bit is.
     *
     * @param crc the checksum that the bytes had
     * @return eight times the index of its byte from the offset, plus its number from the lowest bit; empty when no single bit
     *     explains the checksum
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

    /** Puts the wrong bit right, where there is just one. */
    public static boolean correct(byte[] bytes, int offset, int length, int crc) {
        var wrong = find(bytes, offset, length, crc);
        wrong.ifPresent(bit -> bytes[offset + bit / 8] ^= (byte) (1 << bit % 8));
        return wrong.isPresent();
    }
}
