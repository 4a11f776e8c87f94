package xindang.model.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/** A shipped form with one slip of the pen does not load, and the message names the place. */
final class FormSlipsTest {
    private static final String FORM = text();

    private static String text() {
        try (var in = RatingForms.class.getResourceAsStream("household-1.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("\n *", "")
                    .replace("\": ", "\":");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "kind":"bands","input":"workers" | "kind":"bands","input":"workres" | rule.input: no input workres
                    "average":"village","atLeast" | "average":"country","atLeast" | is neither village nor town
                    "require":["assets","loanBalance"],"average":true | "require":["assets","loanBalance"] | no average of netAssets
                    "sign":"malus" | "sign":"minus" | sign: is neither bonus nor malus
                    "from":"0.2","below":"0.3" | "from":"0.2","below":"0.25" | gap from 0.25 to 0.3
                    "from":"0.2","below":"0.3" | "from":"0.2","below":"0.4" | overlaps the band
                    "id":"evasion" | "id":"falsehood" | twice falsehood
                    "id":"machines" | "id":"land" | two indicators land
                    "points":"5","text":"国家级" | "points":"6","text":"国家级" | points above the maximum
                    "limit":"10" | "limit":"9" | 10 points are above the limit
                    "known":["guarantees"] | "known":["guarantee"] | no input guarantee before
                    {machines} | {machine} | no input machine
                    {machineValue:wan} | {machineValue:van} | no format van
                    "caps":[{"id" | "caps":[{"ID":"","id" | ID: unknown member
                    "from":"60","meaning" | "from":"80","meaning" | grades go from the best to the worst
                    "until":{"input":"overdueEnd" | "until":{"input":"overdueEnds" | no input overdueEnds
                    {"field":"age","below":"18"} | {"field":"age","below":"0"} | cannot fire: age
                    {"field":"overdue","in":["now"]} | {"field":"overdue","in":["yes"]} | cannot fire: overdue
                    "withinMonths":12 | "withinMonth":12 | no such test of "occurredOn"
                    """)
    void namesTheSlipWithItsPlace(String right, String wrong, String said) {
        assertTrue(FORM.contains(right), right);

        var refusal = assertThrows(AppException.class, () -> RatingForms.read(FORM.replace(right, wrong)));

        assertEquals(ErrorCode.UNREADABLE, refusal.code());
        assertTrue(refusal.toString().contains(said), refusal.toString());
        assertTrue(refusal.toString().contains("$."), refusal.toString());
    }

    @Test
    void loadsTheFormWithoutSlips() {
        assertEquals(Village.FORM.digest(), RatingForms.read(FORM).digest());
    }
}
