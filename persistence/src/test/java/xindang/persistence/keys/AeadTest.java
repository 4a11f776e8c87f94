package xindang.persistence.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

class AeadTest {
    // RFC 8439, section 2.8.2
    private static final byte[] KEY = hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
    private static final byte[] NONCE = hex("070000004041424344454647");
    private static final byte[] BOUND = hex("50515253c0c1c2c3c4c5c6c7");
    private static final byte[] PLAIN =
            ("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for"
                            + " the future, sunscreen would be it.")
                    .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SEALED = hex("d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d6"
            + "3dbea45e8ca9671282fafb69da92728b1a71de0a9e060b2905d6a5b67ecd3b36"
            + "92ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc"
            + "3ff4def08e4b7a9de576d26586cec64b61161ae10b594f09e26a7e902ecbd0600691");

    @Test
    void sealsAndOpensTheVectorOfTheStandard() {
        assertArrayEquals(SEALED, new Aead().seal(KEY, NONCE, BOUND, PLAIN, PLAIN.length));
        assertArrayEquals(PLAIN, Aead.open(KEY, NONCE, BOUND, SEALED, 0, SEALED.length));
        assertArrayEquals(PLAIN, Aead.open(KEY, NONCE, BOUND, SEALED, 0, SEALED.length), "once more");
    }

    @Test
    void everyFlippedBitIsNoticed() {
        for (var i = 0; i < SEALED.length; i++) {
            var flipped = SEALED.clone();
            flipped[i] ^= (byte) (1 << (i % 8));
            refused(KEY, BOUND, flipped, flipped.length);
        }
        refused(KEY, hex("50515253c0c1c2c3c4c5c6c6"), SEALED, SEALED.length);
        refused(new byte[32], BOUND, SEALED, SEALED.length);
        refused(KEY, BOUND, SEALED, Aead.TAG - 1);
    }

    private static void refused(byte[] key, byte[] bound, byte[] sealed, int length) {
        var failure = assertThrows(AppException.class, () -> Aead.open(key, NONCE, bound, sealed, 0, length));
        assertEquals(ErrorCode.FILE_DAMAGED, failure.code());
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
