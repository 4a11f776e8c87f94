package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import xindang.model.common.Violation;
import xindang.model.practice.Invented;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Audience;
import xindang.model.template.Field;
import xindang.model.template.FieldText;
import xindang.model.template.Masking;
import xindang.model.template.ReadingContext;
import xindang.model.template.Template;
import xindang.model.value.DivisionCode;
import xindang.model.value.OrganisationKind;
import xindang.model.value.PersonalNumbers;
import xindang.model.value.Sex;

/** A value of which the middle is stars is refused in each field that is ever masked. */
class MaskedTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final ReadingContext CONTEXT =
            new ReadingContext(TODAY, Divisions.harbin(), DivisionCode.of("230184101"), "");
    private static final String LETTERS = "0123456789KM黑国用农地承包合同第号（）-";
    private static final int ROUNDS = 200;

    private final Invented invented = new Invented(20261130, TODAY);
    private final Random random = new Random(20261130);

    @Test
    void refusesTheMaskOfEveryMaskedFieldAndReadsItsValue() {
        var fields = 0;
        for (var id : List.of("household", "enterprise", "practitioner")) {
            var template = ShippedTemplates.load().get(id);
            for (var masked : masked(template).entrySet()) {
                fields++;
                for (var n = 0; n < ROUNDS; n++) {
                    var value = value(masked.getValue());
                    assertEquals("ok", read(template, masked.getValue(), value), masked.getKey() + " " + value);
                    for (var audience : List.of(Audience.OFFICE, Audience.RECIPIENT, Audience.PUBLIC)) {
                        var shown = new FieldText(template, audience, UnaryOperator.identity());
                        for (var text :
                                List.of(shown.show(masked.getValue(), value), shown.value(masked.getKey(), value))) {
                            assertEquals(
                                    text.equals(value) ? "ok" : "value.masked",
                                    read(template, masked.getValue(), text),
                                    masked.getKey() + " " + text);
                        }
                    }
                }
            }
        }
        assertTrue(fields > 25, "only " + fields + " fields are masked");
    }

    @Test
    void refusesStarsOfEveryKindAndNothingThatOnlyLooksLikeThem() {
        var template = ShippedTemplates.load().get("household");
        for (var typed : List.of("139****0000", "139＊＊＊＊0000", "139xxxx0000", "139××××0000", "139●●●●0000", "*")) {
            assertEquals("value.masked", read(template, "head.phone", typed), typed);
        }
        for (var typed : List.of("2301**********1233", "230184********1233", "2****************3", "****")) {
            assertEquals("value.masked", read(template, "head.number", typed), typed);
        }
        assertEquals("value.masked", read(template, "head.name", "张*"));
        assertEquals("value.masked", read(template, "finance.loans.*.contract", "****0001"));
        assertEquals("ok", read(template, "finance.loans.*.contract", "HTX-二○一二-0001"));
        assertEquals("value.masked", read(template, "head.residence", "***"));
        assertEquals("ok", read(template, "head.residence", "村东头 3*5 米房"));
        assertEquals("value.masked", read(template, "file.note", "电话 139****0000"));
        assertEquals("ok", read(template, "file.note", "*重点户* 每亩 3*200 元"));
    }

    @Test
    void numbersInATextAreFoundAndTheirMaskIsKnown() {
        for (var n = 0; n < ROUNDS; n++) {
            var number = invented.residentNumber(Sex.FEMALE, invented.birthDate(15, 90))
                    .toString();
            var phone = invented.phone().toString();
            for (var written : List.of(
                    number,
                    phone,
                    number.replace('0', 'O'),
                    number.substring(0, 17),
                    number + "0",
                    number.substring(0, 6) + " " + number.substring(6, 14) + " " + number.substring(14),
                    phone.substring(0, 3) + "-" + phone.substring(3, 7) + "-" + phone.substring(7),
                    "0451-8451" + phone.substring(7))) {
                var text = "找到“" + written + "”，请核对。";
                var masked = PersonalNumbers.masked(text);
                assertNotEquals(text, masked, written);
                assertFalse(masked.contains(written), masked);
                assertTrue(masked.startsWith("找到“") && masked.endsWith("”，请核对。"), masked);
                assertTrue(PersonalNumbers.holdsMasked(masked), masked);
                assertFalse(PersonalNumbers.holdsMasked(text), text);
            }
        }
        for (var text : List.of("2026-11-30 至 2027-11-30", "存款 12000 元，贷款 500000.00 元", "第 12 行", "230184101201")) {
            assertEquals(text, PersonalNumbers.masked(text));
        }
    }

    @Test
    void whatOthersWriteInThePlaceOfANumberIsMaskedToo() {
        for (var text : List.of(
                "电话1394567****",
                "电话139****",
                "尾号****5678",
                "139●●●●0000",
                "电话139xxxx0000",
                "证件2301**********1234",
                "证件230184********")) {
            assertTrue(PersonalNumbers.holdsMasked(text), text);
        }
        for (var text : List.of("5*3亩地", "3*200 元", "型号 X200", "规格 2xx", "二○一二年", "★★★ 100 分")) {
            assertFalse(PersonalNumbers.holdsMasked(text), text);
        }
    }

    private static Map<String, Field> masked(Template template) {
        var masked = new LinkedHashMap<String, Field>();
        for (var block : template.blocks()) {
            for (var field : block.fields()) {
                put(masked, block.id() + "." + field.id(), field);
                field.fields().forEach(inner -> put(masked, block.id() + "." + field.id() + ".*." + inner.id(), inner));
            }
        }
        return masked;
    }

    private static void put(Map<String, Field> masked, String path, Field field) {
        if (field.masking() != Masking.NONE) {
            masked.put(path, field);
        }
    }

    private String value(Field field) {
        return switch (field.type()) {
            case RESIDENT_NUMBER -> number();
            case PHONE ->
                invented.chance(20)
                        ? "0451-8451" + invented.between(1000, 9999)
                        : invented.phone().toString();
            case PERSON_NAME -> invented.name(Sex.MALE).toString();
            case CREDIT_CODE -> invented.creditCode(OrganisationKind.LAW_FIRM).toString();
            default ->
                field.masking() == Masking.NAME
                        ? invented.name(Sex.FEMALE).toString()
                        : field.masking() == Masking.NUMBER ? number() : text();
        };
    }

    private String number() {
        return invented.residentNumber(Sex.MALE, invented.birthDate(20, 80)).toString();
    }

    private String text() {
        var text = new StringBuilder("第");
        var length = random.nextInt(24);
        for (var i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static String read(Template template, String path, String text) {
        return read(template, template.field(path).orElseThrow(), text);
    }

    private static String read(Template template, Field field, String text) {
        return Gate.read(template, field, text, CONTEXT)
                .failure()
                .map(Violation::code)
                .orElse("ok");
    }
}
