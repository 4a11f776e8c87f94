package xindang.model.shipped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Paths;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.json.JsonValue;
import xindang.model.template.Block;
import xindang.model.template.LegalClass;
import xindang.model.template.Template;
import xindang.model.template.TemplateJson;

class ShippedTemplatesTest {
    private static final ShippedTemplates TEMPLATES = ShippedTemplates.load();

    @Test
    void householdsHaveTheNineteenBlocksOfTheCatalogue() {
        assertEquals(
                List.of(
                        "file",
                        "head",
                        "family",
                        "land",
                        "forest",
                        "house",
                        "machines",
                        "crops",
                        "livestock",
                        "income",
                        "finance",
                        "guarantee",
                        "insurance",
                        "social",
                        "honours",
                        "adverse",
                        "review",
                        "consents",
                        "related"),
                TEMPLATES.get("household").blocks().stream().map(Block::id).toList());
    }

    @Test
    void threeKindsOfSubjectAreDescribed() {
        assertEquals(
                List.of("enterprise", "household", "practitioner"),
                TEMPLATES.subjects().stream().map(Template::id).toList());
    }

    @Test
    void everyPathTheMachineryUsesIsAField() {
        for (var template : TEMPLATES.subjects()) {
            var subject = template.subjectPaths();
            assertTrue(template.field(subject.name()).isPresent(), template.id() + " name");
            assertTrue(template.field(subject.number()).isPresent(), template.id() + " number");
            assertTrue(template.field(subject.phone().orElseThrow()).isPresent(), template.id() + " phone");
            assertTrue(template.place().isPresent(), template.id() + " division");
        }
    }

    @Test
    void nothingIsKeptBelowAFieldThatIsNoGroup() {
        for (var template : TEMPLATES.subjects()) {
            for (var block : template.blocks()) {
                for (var field : block.fields()) {
                    var path = Paths.of(block.id(), field.id());
                    assertEquals(field.isGroup(), template.field(path + ".x").isPresent(), template.id() + " " + path);
                    assertTrue(template.field(path + ".x.y.z").isEmpty(), template.id() + " " + path);
                    for (var inner : field.fields()) {
                        var value = Paths.of(path, "r1", inner.id());
                        assertTrue(template.field(value).isPresent(), value);
                        assertTrue(template.field(value + ".x").isEmpty(), value);
                    }
                }
            }
        }
    }

    @Test
    void itemsOfArticleFourteenNeedConsent() {
        var household = TEMPLATES.get("household");
        for (var path : List.of(
                "house.houses.r1.area",
                "house.houses.r1.value",
                "income.years.y2025.totalIncome",
                "finance.deposits",
                "insurance.policies.r1.premium",
                "family.members.r1.awayIncome")) {
            assertEquals(LegalClass.CONSENT_NEEDED, household.legal(path), path);
        }
        assertEquals(LegalClass.OPEN, household.legal("finance.loanBalance"));
        assertEquals(LegalClass.OPEN, household.legal("insurance.agricultural"));
        assertEquals(LegalClass.OPEN, household.legal("family.members.r1.away"));
    }

    @Test
    void aTemplateWithAnotherHashThanPromisedIsRefused() {
        var household = TEMPLATES.get("household");
        var refused = assertThrows(AppException.class, () -> ShippedTemplates.checked(household, "0".repeat(64)));
        assertEquals(ErrorCode.REFUSED, refused.code());
    }

    @Test
    void aMisspeltMemberIsRefusedRatherThanIgnored() {
        var json = JsonValue.parse(
                "{\"id\":\"x\",\"version\":1,\"title\":\"x\",\"role\":\"system\",\"blocks\":[{\"id\":\"a\",\"title\":\"a\",\"fields\":"
                        + "[{\"id\":\"b\",\"label\":\"b\",\"type\":\"TEXT\",\"leagl\":\"CONSENT_NEEDED\"}]}]}");
        var refused = assertThrows(AppException.class, () -> TemplateJson.read(json, name -> json));
        assertEquals(ErrorCode.UNREADABLE, refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains("leagl"), refused.getMessage());
    }

    @Test
    void conditionsNameFieldsThatExist() {
        for (var id : List.of("household", "enterprise", "practitioner")) {
            var template = TEMPLATES.get(id);
            for (var block : template.blocks()) {
                for (var field : block.fields()) {
                    field.condition()
                            .ifPresent(c -> assertTrue(template.field(c.field()).isPresent(), c.field()));
                    for (var inner : field.fields()) {
                        inner.condition()
                                .ifPresent(
                                        c -> assertTrue(field.field(c.field()).isPresent(), c.field()));
                        inner.derived().ifPresent(d -> assertTrue(field.field(d).isPresent(), d));
                    }
                }
            }
        }
    }
}
