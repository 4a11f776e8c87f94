package xindang.model.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    /** The names of RFC 8785 section 3.2.3: a letter beyond the basic plane comes before one of its private end. */
    @Test
    void sortsNamesByTheirCodeUnits() {
        assertEquals(
                "{\"\\r\":1,\"1\":2,\"\u0080\":3,\"ö\":4,\"€\":5,\"\uD83D\uDE00\":6,\"\uFB33\":7}",
                CanonicalJson.write(
                        Map.of("€", 5, "\r", 1, "\uFB33", 7, "1", 2, "\uD83D\uDE00", 6, "\u0080", 3, "ö", 4)));
    }

    @Test
    void escapesOnlyWhatMustBe() {
        assertEquals(
                "[\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\",null,true,-9]",
                CanonicalJson.write(Arrays.asList("€$\u000F\nA'B\"\\\\\"/", null, true, -9)));
    }

    @Test
    void readsBackWhatItWrote() {
        var text = CanonicalJson.write(Map.of("b", List.of("𬭊", 1L << 53), "a", Map.of("y", "", "x", false)));

        assertEquals("{\"a\":{\"x\":false,\"y\":\"\"},\"b\":[\"𬭊\",9007199254740992]}", text);
        assertEquals("", JsonValue.parse(text).at("a").text("y"));
    }

    @Test
    void refusesNumbersThatOtherProgramsWouldRound() {
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(List.of((1L << 53) + 1)));
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(List.of(0.1)));
    }
}
