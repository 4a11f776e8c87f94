package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Content;
import xindang.model.common.Violation;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Field;
import xindang.model.template.FieldType;
import xindang.model.template.ReadingContext;
import xindang.model.template.Template;
import xindang.model.value.DivisionCode;

/** Every field that free words can enter, and what is not about a person. */
class GateDoorsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final ReadingContext CONTEXT =
            new ReadingContext(TODAY, Divisions.harbin(), DivisionCode.of("230184101"), "");
    private static final ShippedTemplates TEMPLATES = ShippedTemplates.load();

    @Test
    void noFieldOfASubjectTakesAHostileText() {
        var fields = 0;
        for (var id : List.of("household", "enterprise", "practitioner")) {
            var template = TEMPLATES.get(id);
            for (var path : paths(template)) {
                var field = template.field(path).orElseThrow();
                if (Enterprises.isAboutOne(template, field)) {
                    continue;
                }
                for (var hostile : List.of("张三（糖尿病）", "信基督教", "糖尿病", "tangniaobing")) {
                    fields++;
                    assertFalse(
                            Gate.read(template, field, hostile, CONTEXT).isOk(), id + " " + path + " takes " + hostile);
                }
            }
        }
        assertTrue(fields > 600, "fields: " + fields);
    }

    @Test
    void theFieldsAboutEnterprisesAreThose() {
        var firm = TEMPLATES.get("enterprise");
        assertTrue(read(firm, "registration.name", "哈尔滨某基因检测有限公司"));
        assertTrue(read(firm, "registration.scope", "基因检测、血糖仪销售、肿瘤治疗"));
        assertTrue(read(firm, "registration.address", "礼拜寺胡同7号"));
        assertFalse(read(firm, "registration.note", "法人有糖尿病"));
        assertFalse(read(firm, "capital.shareholders.*.name", "王五（信佛）"));
        assertFalse(read(firm, "registration.legalPerson", "赵六·糖尿病"));
        for (var row : WordFile.rows("enterprises.tsv", 2)) {
            assertTrue(TEMPLATES.get(row[0]).field(row[1]).isPresent(), row[1]);
        }
    }

    @Test
    void aKeyOfARowAndANumberAsTypedAreJudged() {
        var template = TEMPLATES.get("household");
        for (var value : Map.of(
                        "family.members.糖尿病.relation", "10",
                        "family.members.tangniaobing.relation", "10",
                        "head.number", "TANGNIAOBING")
                .entrySet()) {
            var found = RecordCheck.violations(
                    template, Content.EMPTY, Content.of(Map.of(value.getKey(), value.getValue())), TODAY);
            assertTrue(
                    found.stream()
                            .anyMatch(finding -> finding.path().equals(value.getKey())
                                    && finding.violation().code().equals("law.forbidden.text.disease")),
                    value + ": " + found);
        }
    }

    @Test
    void allWordsOfATextAreNamed() {
        assertEquals(
                Optional.of(Violation.of("law.forbidden.text.several", "老人信佛、有糖尿病、查过血型")),
                Gate.words(TextDoor.TEXT, "老人信佛，有糖尿病，查过血型"));
    }

    @Test
    void aNameThatSoundsLikeSomethingIsAName() {
        for (var name : List.of("刘佛保", "李念佛", "张信主", "牛健康", "史健康", "欧阳信佛")) {
            assertEquals(Optional.empty(), Gate.words(TextDoor.NAME, name), name);
        }
        for (var name : List.of("张三（糖尿病）", "糖尿病", "张糖尿病", "张三 信佛", "Zhang Muslim")) {
            assertTrue(Gate.words(TextDoor.NAME, name).isPresent(), name);
        }
    }

    @Test
    void aLongNoteIsReadInAMoment() {
        for (var piece : List.of("病", "患", "猪患病", "有大病", "a:", "信佛去教堂", "血、型、", "采集人采集人")) {
            var text = piece.repeat(10_000 / piece.length());
            assertTimeout(Duration.ofSeconds(30), () -> Gate.words(TextDoor.TEXT, text), piece);
        }
    }

    private static boolean read(Template template, String path, String text) {
        return Gate.read(template, template.field(path).orElseThrow(), text, CONTEXT)
                .isOk();
    }

    private static List<String> paths(Template template) {
        var paths = new ArrayList<String>();
        template.blocks().forEach(block -> block.fields().forEach(field -> {
            paths.add(block.id() + "." + field.id());
            field.fields().stream()
                    .filter(inner -> inner.type() != FieldType.JSON)
                    .map(Field::id)
                    .forEach(inner -> paths.add(block.id() + "." + field.id() + ".*." + inner));
        }));
        return paths;
    }
}
