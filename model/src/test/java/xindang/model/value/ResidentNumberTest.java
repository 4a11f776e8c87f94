package xindang.model.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xindang.model.common.Violation;

class ResidentNumberTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);

    @Test
    void readsTheSamplesOfTheStandard() {
        ResidentNumber farmer = read("230112199001011233").get();
        assertEquals(LocalDate.of(1990, 1, 1), farmer.birthDate());
        assertEquals(Sex.MALE, farmer.sex());
        ResidentNumber classical = read("11010519491231002X").get();
        assertEquals(Sex.FEMALE, classical.sex());
        assertEquals('X', ResidentNumber.checkDigit("11010519491231002"));
    }

    @Test
    void bringsWidthSpacesHyphensAndCaseToOneForm() {
        for (String written : List.of(
                "11010519491231002x",
                "１１０１０５１９４９１２３１００２Ｘ",
                " 110105 19491231 002X ",
                "110105-19491231-002X",
                "\u202D11010519491231002X\u202C",
                "110105\u300019491231\u00A0002x")) {
            assertEquals("11010519491231002X", read(written).get().toString(), written);
        }
        assertEquals(List.of(), read("11010519491231002X").notes());
        assertEquals(
                "value.normalised", read("11010519491231002x").notes().get(0).code());
    }

    @Test
    void namesTheExpectedCheckDigit() {
        assertEquals(
                Optional.of(Violation.of("resident.checkdigit", "3")),
                read("230112199001011234").failure());
    }

    @Test
    void upgradesFifteenDigitsAndKeepsThem() {
        Parsed<ResidentNumber> reading = read("230112900101123");
        assertEquals("230112199001011233", reading.get().toString());
        assertEquals(Optional.of("230112900101123"), reading.get().original());
        assertEquals(
                List.of(Violation.of("resident.upgraded", "230112900101123", "230112199001011233")), reading.notes());
        assertEquals(read("230112199001011233").get(), reading.get());
    }

    @Test
    void offersTheDigitForALetterThatLooksLikeItButNeverTakesIt() {
        assertEquals(
                Optional.of(Violation.of("resident.lookalike", "10", "230112199001011233")),
                read("230112199OO1O11233").failure());
        assertEquals(
                Optional.of(Violation.of("resident.lookalike", "3", "230112199001011233")),
                read("23Ol12199001011233").failure());
        assertEquals(
                Optional.of(Violation.of("resident.nondigit", "3", "A")),
                read("23A112199001011233").failure());
        assertEquals(
                Optional.of(Violation.of("resident.nondigit", "5", "X")),
                read("2301X2199001011233").failure());
    }

    @Test
    void refusesWhatASpreadsheetHasSpoilt() {
        assertEquals(
                Optional.of(Violation.of("resident.scientific", "4.20105E+17")),
                read("4.20105E+17").failure());
    }

    @Test
    void checksProvinceBirthAndLengthOnly() {
        assertEquals("resident.province", code("990112199001011233".replaceFirst("99", "29")));
        assertEquals("resident.birthdate", code("230112199002301233"));
        assertEquals("resident.birthdate", code("230112189001011233"));
        assertEquals("resident.future", code("230112202611191233"));
        assertEquals("resident.length", code("2301121990010112"));
        assertEquals("value.blank", code(" — "));
        assertTrue(read(withCheck("23218119650312001")).isOk(), "the old Songhuajiang prefecture");
    }

    @Test
    void readsResidencePermitsAndPermanentResidence() {
        assertEquals(
                ResidentNumber.Kind.HONG_KONG_MACAO_TAIWAN,
                read(withCheck("83000019790510003")).get().kind());
        assertEquals(
                ResidentNumber.Kind.FOREIGNER,
                read(withCheck("93123419850606004")).get().kind());
    }

    @Test
    void countsFullYears() {
        ResidentNumber number = read("230112199001011233").get();
        assertEquals(35, number.ageOn(LocalDate.of(2025, 12, 31)));
        assertEquals(36, number.ageOn(LocalDate.of(2026, 1, 1)));
        assertEquals(0, number.ageOn(LocalDate.of(1980, 1, 1)));
    }

    @Test
    void hidesTheMiddle() {
        ResidentNumber number = read("230112199001011233").get();
        assertEquals("230112********1233", number.masked());
        assertEquals("2****************3", number.masked(MaskingRule.RESIDENT_PUBLIC));
    }

    @Test
    void noticesEveryWrongDigitAndEverySwapOfNeighbours() {
        String right = "230112199001011233";
        for (int i = 0; i < 17; i++) {
            for (char c = '0'; c <= '9'; c++) {
                String wrong = right.substring(0, i) + c + right.substring(i + 1);
                assertEquals(wrong.equals(right), read(wrong).isOk(), wrong);
            }
            String swapped = right.substring(0, i) + right.charAt(i + 1) + right.charAt(i) + right.substring(i + 2);
            assertEquals(swapped.equals(right), read(swapped).isOk(), swapped);
        }
        assertNotEquals(read(right), read("11010519491231002X"));
    }

    private static String withCheck(String body) {
        return body + ResidentNumber.checkDigit(body);
    }

    private static String code(String text) {
        return read(text).failure().orElseThrow().code();
    }

    private static Parsed<ResidentNumber> read(String text) {
        return ResidentNumber.read(text, TODAY);
    }
}
