package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.common.Digest;
import xindang.model.value.CreditCode;

/** The letters of what is drawn or computed are no words; what stands beside them is. */
class DrawnCodesTest {
    private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static List<Hit> unblanked(String text) {
        // a code of one letter less is none
        return ForbiddenWords.text(text.substring(1));
    }

    @Test
    void digestsIdsAndCreditCodesSayNothing() {
        var random = new Random(20261130);
        var words = 0;
        for (var i = 0; i < 20_000; i++) {
            var codes = List.of(
                    Digest.of("digest " + i),
                    new UUID(random.nextLong(), random.nextLong()).toString(),
                    creditCode(random));
            for (var code : codes) {
                words += unblanked(code).size();
                assertEquals(List.of(), ForbiddenWords.text(code), code);
                assertEquals(List.of(), ForbiddenWords.text("见 " + code + "，收款"), code);
            }
        }
        assertTrue(words > 20, "some of them would have been taken for words: " + words);
    }

    @Test
    void aWordBesideACodeIsFound() {
        var code = "91230199MA10TB300";
        var whole = code + CreditCode.checkCharacter(code);
        for (var text : List.of(
                whole + " deaf", "deaf," + Digest.of("x"), "tb" + whole, Digest.of("x") + "deaf", "HIV-20240105")) {
            assertFalse(ForbiddenWords.text(text).isEmpty(), text);
        }
    }

    @Test
    void lettersThatAreNoCodeAreRead() {
        var wrong = new ArrayList<String>();
        var body = "91230199MA10TB300";
        for (var i = 0; i < LETTERS.length(); i++) {
            var letter = LETTERS.charAt(i);
            if (letter != CreditCode.checkCharacter(body)) {
                wrong.add(body + letter);
            }
        }
        wrong.forEach(text -> assertFalse(ForbiddenWords.text(text).isEmpty(), text));
        assertFalse(ForbiddenWords.text("01deaf89".repeat(7) + "01deaf8").isEmpty());
    }

    @Test
    void aKeyThatWasDrawnIsNoWord() {
        for (var key : List.of("r01deaf2345678901", "c01deaf234567", "p1deaf234")) {
            assertTrue(RecordCheck.isKey(key), key);
        }
        for (var key : List.of("deaf", "m-deaf", "deaf-1", "R01deaf2345678901")) {
            assertFalse(RecordCheck.isKey(key), key);
        }
    }

    private static String creditCode(Random random) {
        var body = new StringBuilder("91230199MA");
        while (body.length() < 17) {
            body.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return body.toString() + CreditCode.checkCharacter(body.toString());
    }
}
