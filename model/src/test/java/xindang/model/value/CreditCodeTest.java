package xindang.model.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xindang.model.common.Violation;

class CreditCodeTest {
    @Test
    void readsCodesOfEveryKind() {
        assertEquals(
                OrganisationKind.ENTERPRISE,
                CreditCode.read("91230500MA1B3N1N2M").get().kind());
        assertEquals(
                OrganisationKind.ENTERPRISE,
                CreditCode.read("91320100748204660Q").get().kind());
        assertEquals(
                OrganisationKind.GOVERNMENT_BODY,
                CreditCode.read("11230500001755309F").get().kind());
        assertEquals("320100", CreditCode.read("11320100MB1886843H").get().registrationRegion());
        assertEquals(
                "L07196379",
                CreditCode.read("91330282L07196379D")
                        .get()
                        .organisationCode()
                        .orElseThrow()
                        .code());
    }

    @Test
    void readsTheCodeWhoseSumDividesByThirtyOne() {
        assertEquals('0', CreditCode.checkCharacter("93230184MA0000028"));
        assertEquals(
                OrganisationKind.FARMERS_COOPERATIVE,
                CreditCode.read("93230184MA00000280").get().kind());
    }

    @Test
    void namesTheExpectedCheckCharacter() {
        assertEquals(
                Optional.of(Violation.of("uscc.checkdigit", "H")),
                CreditCode.read("91281002L07196379D").failure());
    }

    @Test
    void bringsOneFormAndOffersTheDigitForALetter() {
        assertEquals(
                "91230500MA1B3N1N2M",
                CreditCode.read("９１230500-ma1b3n1n2m ").get().toString());
        assertEquals(
                Optional.of(Violation.of("uscc.lookalike", "7", "91230500MA1B3N1N2M")),
                CreditCode.read("912305O0MA1B3N1N2M").failure());
        assertEquals(
                Optional.of(Violation.of("uscc.lookalike", "11", "91230500MA1B3N1N2M")),
                CreditCode.read("91230500MAIB3N1N2M").failure());
    }

    @Test
    void tellsWhatElseStandsInTheColumn() {
        assertEquals("uscc.registration", code("230103100012346"));
        assertEquals("uscc.organisation", code("74820466-0"));
        assertEquals("uscc.scientific", code("9.2230184E+17"));
        assertEquals("uscc.length", code("91230500MA1B3N1N2"));
        assertEquals("value.blank", code("N/A"));
        assertEquals("uscc.character", code("91230A00MA1B3N1N2M"));
    }

    @Test
    void keepsACodeOfAKindThatNoTableNames() {
        String body = "B1230184MA0000028";
        Parsed<CreditCode> reading = CreditCode.read(body + CreditCode.checkCharacter(body));
        assertEquals(OrganisationKind.UNLISTED, reading.get().kind());
        assertEquals(List.of(Violation.of("uscc.kind", "B1")), reading.notes());
    }

    @Test
    void cannotBeMadeWrong() {
        assertThrows(IllegalArgumentException.class, () -> new CreditCode("91230500MA1B3N1N2N"));
    }

    @Test
    void checksOrganisationCodesWithAndWithoutHyphen() {
        for (String code : List.of("MA1B3N1N-2", "74820466-0", "00175530-9", "MB188684-3", "L0719637-9")) {
            OrganisationCode read = OrganisationCode.read(code).get();
            assertEquals(code, read.hyphenated());
            assertEquals(List.of(), OrganisationCode.read(code).notes());
            assertEquals(
                    read,
                    OrganisationCode.read(code.replace("-", "").toLowerCase(Locale.ROOT))
                            .get());
        }
        assertEquals(
                Optional.of(Violation.of("organisation.checkdigit", "0")),
                OrganisationCode.read("74820466-1").failure());
        assertEquals(
                Optional.of(Violation.of("organisation.lookalike", "748204660")),
                OrganisationCode.read("7482O466-0").failure());
    }

    @Test
    void checksOldRegistrationNumbers() {
        RegistrationNumber number = RegistrationNumber.read("110108 000000016").get();
        assertEquals(15, number.digits().length());
        assertEquals(
                "registration.form",
                RegistrationNumber.read("2301").failure().orElseThrow().code());
        assertEquals(
                "registration.checkdigit",
                RegistrationNumber.read("110108000000017")
                        .failure()
                        .orElseThrow()
                        .code());
    }

    private static String code(String text) {
        return CreditCode.read(text).failure().orElseThrow().code();
    }
}
