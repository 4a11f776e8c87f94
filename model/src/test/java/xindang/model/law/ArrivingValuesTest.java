package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.practice.Invented;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Field;
import xindang.model.template.FieldType;
import xindang.model.template.ReadingContext;
import xindang.model.template.Template;
import xindang.model.value.DivisionCode;
import xindang.model.value.OrganisationKind;
import xindang.model.value.Sex;

/** Whatever a typed door makes of a text passes the gate of what arrives; what no door makes does not. */
class ArrivingValuesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final ReadingContext CONTEXT =
            new ReadingContext(TODAY, Divisions.harbin(), DivisionCode.of("230184100"), "");
    private static final ShippedTemplates TEMPLATES = ShippedTemplates.load();
    private static final int ROUNDS = 60;

    private static final List<String> PIECES = List.of(
            "约",
            "大概",
            "三五",
            "两",
            "十",
            "万",
            "元",
            "亩",
            "垧",
            "多",
            "左右",
            "到",
            "-",
            "~",
            "..",
            "0",
            "1",
            "27",
            "305.5",
            "00",
            ".",
            "年",
            "月",
            "日",
            "2026",
            "1987",
            "-03-",
            "长期",
            "是",
            "否",
            "有",
            "无",
            "村",
            "双桥村",
            "张",
            "敏",
            "·",
            " ",
            "　",
            "\t",
            "\n",
            "\r",
            "\u200b",
            "\u0000",
            "|",
            "\\",
            "<script>",
            "\"",
            "%",
            "‰",
            "㎡",
            "138",
            "00000000",
            "0451-",
            "2301",
            "X",
            "A",
            "é",
            "，",
            "、",
            ";",
            "一二三",
            "其他",
            "合作社",
            "😀",
            "e9",
            "(",
            "）",
            "#",
            "号");

    private final Random random = new Random(93);
    private final Invented invented = new Invented(93, TODAY);

    @Test
    void acceptsWhatATypedDoorMakesOfAnyText() {
        var read = new EnumMap<FieldType, Integer>(FieldType.class);
        for (var template : all()) {
            for (var field : fields(template).entrySet()) {
                for (var n = 0; n < ROUNDS; n++) {
                    var text = text(template, field.getValue());
                    var reading = Gate.read(template, field.getValue(), text, CONTEXT);
                    if (reading.isOk()) {
                        read.merge(field.getValue().type(), 1, Integer::sum);
                        assertEquals(
                                List.of(),
                                refused(template, field.getKey(), reading.get()),
                                () -> field.getKey() + " <" + text + "> " + reading.get());
                    }
                }
            }
        }
        for (var type : FieldType.values()) {
            if (type != FieldType.GROUP && type != FieldType.JSON) {
                assertTrue(read.getOrDefault(type, 0) > 20, type + " was read " + read.get(type) + " times");
            }
        }
    }

    @Test
    void acceptsNoTextThatNoDoorMakes() {
        for (var template : all()) {
            for (var field : fields(template).entrySet()) {
                for (var n = 0; n < ROUNDS; n++) {
                    var text = text(template, field.getValue());
                    var reading = Gate.read(template, field.getValue(), text, CONTEXT);
                    var canonical = reading.value().filter(text::equals).isPresent();
                    if (!canonical && field.getValue().type() != FieldType.JSON) {
                        assertTrue(
                                !refused(template, field.getKey(), text).isEmpty(),
                                () -> field.getKey() + " <" + text + ">");
                    }
                }
            }
        }
    }

    @Test
    void acceptsNoHostileValueInAnyField() {
        var hostile = new TreeMap<String, List<FieldType>>();
        hostile.put("<script>alert(1)</script>", List.of(FieldType.TEXT, FieldType.NOTE));
        hostile.put("血型AB型", List.of());
        hostile.put("信奉基督教", List.of());
        hostile.put("a".repeat(2_000_000), List.of());
        hostile.put("9".repeat(700), List.of(FieldType.NOTE));
        hostile.put("{\"a\":1.5}", List.of(FieldType.TEXT, FieldType.NOTE));
        hostile.put("not a date", List.of(FieldType.TEXT, FieldType.NOTE, FieldType.PERSON_NAME));
        hostile.put("1".repeat(400_000) + ".00", List.of());
        hostile.put("1e9", List.of(FieldType.TEXT, FieldType.NOTE));
        hostile.put("2026-02-30", List.of(FieldType.TEXT, FieldType.NOTE));
        hostile.put("139****0000", List.of(FieldType.TEXT, FieldType.NOTE));
        hostile.put("a\u0000b", List.of());
        hostile.put(" a ", List.of());
        hostile.put("", List.of());
        for (var template : all()) {
            for (var field : fields(template).entrySet()) {
                for (var value : hostile.entrySet()) {
                    var type = field.getValue().type();
                    var firm = value.getKey().length() < 10 && Enterprises.isAboutOne(template, field.getValue());
                    if (!value.getValue().contains(type) && !firm) {
                        assertTrue(
                                !refused(template, field.getKey(), value.getKey())
                                        .isEmpty(),
                                () -> field.getKey() + " "
                                        + value.getKey()
                                                .substring(
                                                        0,
                                                        Math.min(
                                                                40,
                                                                value.getKey().length())));
                    }
                }
            }
        }
    }

    private static List<String> refused(Template template, String path, String value) {
        return Arrivals.of(template, FieldChange.set(path, value)).into(Content.EMPTY).stream()
                .filter(objection -> objection.path().equals(path))
                .map(Objection::code)
                .filter(code -> code.startsWith("value.") || code.equals("law.forbidden"))
                .toList();
    }

    private static List<Template> all() {
        return List.of("household", "enterprise", "practitioner", "rating", "query", "report").stream()
                .map(TEMPLATES::get)
                .toList();
    }

    /** The fields of a template by a path each; those whose form the program alone makes are looked at elsewhere. */
    private static Map<String, Field> fields(Template template) {
        var fields = new TreeMap<String, Field>();
        for (var block : template.blocks()) {
            for (var field : block.fields()) {
                var path = block.id() + "." + field.id();
                if (!field.isGroup()) {
                    fields.put(path, field);
                }
                field.fields().forEach(inner -> fields.put(path + ".r1." + inner.id(), inner));
            }
        }
        if (template.subject().isEmpty()) {
            fields.keySet()
                    .retainAll(List.of(
                            "rating.subject",
                            "rating.form",
                            "rating.person",
                            "rating.score",
                            "query.kind",
                            "query.purpose",
                            "query.recipient",
                            "report.issuer",
                            "report.audience",
                            "report.rating"));
        }
        return fields;
    }

    private String text(Template template, Field field) {
        if (random.nextInt(4) == 0) {
            return pieces();
        }
        return switch (field.type()) {
            case CODE, CODES -> {
                var entries = template.table(field.table().orElseThrow())
                        .orElseThrow()
                        .entries();
                var codes = new ArrayList<String>();
                for (var n = field.type() == FieldType.CODE ? 0 : random.nextInt(3); n >= 0; n--) {
                    var entry = entries.get(random.nextInt(entries.size()));
                    codes.add(random.nextBoolean() ? entry.code() : entry.label());
                }
                yield String.join("、", codes);
            }
            case PERSON_NAME ->
                invented.name(random.nextBoolean() ? Sex.MALE : Sex.FEMALE).toString();
            case RESIDENT_NUMBER -> invented.person(16, 80).number().toString();
            case CREDIT_CODE ->
                invented.creditCode(OrganisationKind.FARMERS_COOPERATIVE).toString();
            case PHONE -> random.nextBoolean() ? "13800000000" : "0451-8765432" + random.nextInt(10);
            case DIVISION -> random.nextBoolean() ? "230184100201" : "双桥村";
            case REFERENCE -> new java.util.UUID(random.nextLong(), random.nextLong()).toString();
            case DATE ->
                random.nextInt(60) + 1960 + (random.nextBoolean() ? "年" : "-" + (1 + random.nextInt(13)) + "-31");
            case YEAR -> Integer.toString(1950 + random.nextInt(90));
            case YES_NO -> List.of("是", "否", "有", "true", "1").get(random.nextInt(5));
            case DECIMAL, FLOOR_AREA ->
                random.nextInt(900)
                        + List.of("", ".5", ".250", field.unit(), ".0000001").get(random.nextInt(5));
            case COUNT, MONEY, BALANCE, AREA -> number();
            default -> pieces() + pieces();
        };
    }

    private String number() {
        var number = List.of("", "约", "-", "大概", "三五", "十", "~").get(random.nextInt(7))
                + List.of("", "3", "27", "305.5", "1200", "0", "67000.00", "3..5", "00012")
                        .get(random.nextInt(9))
                + List.of("", "万", "万元", "亩", "多", "左右", "-50", "到80", "人", "垧").get(random.nextInt(10));
        return number.isEmpty() ? "0" : number;
    }

    private String pieces() {
        var text = new StringBuilder();
        for (var n = random.nextInt(7); n >= 0; n--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
