package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import xindang.model.common.Violation;
import xindang.model.json.JsonValue;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.TemplateJson;

class TemplateCheckTest {
    @Test
    void shippedTemplatesAreLawful() {
        var templates = ShippedTemplates.load();
        for (var id : List.of("household", "enterprise", "practitioner", "rating", "query", "report")) {
            assertEquals(List.of(), TemplateCheck.check(templates.get(id)), id);
        }
    }

    @Test
    void aForbiddenLabelAliasOrGroupItemIsRefusedWithTheReason() {
        assertEquals(List.of("law.forbidden.disease"), check("{\"id\":\"a\",\"label\":\"健康状况\",\"type\":\"TEXT\"}"));
        assertEquals(
                List.of("law.forbidden.religion"),
                check("{\"id\":\"a\",\"label\":\"其他\",\"type\":\"TEXT\",\"aliases\":[\"宗教信仰\"]}"));
        assertEquals(
                List.of("law.forbidden.bloodtype"),
                check("{\"id\":\"a\",\"label\":\"成员\",\"type\":\"GROUP\",\"fields\":"
                        + "[{\"id\":\"b\",\"label\":\"血 型\",\"type\":\"TEXT\"}]}"));
    }

    @Test
    void incomeOfAPersonMustBeMarkedAsNeedingConsent() {
        assertEquals(List.of("law.consent.unmarked"), check("{\"id\":\"a\",\"label\":\"家庭年收入\",\"type\":\"MONEY\"}"));
        assertEquals(
                List.of(), check("{\"id\":\"a\",\"label\":\"家庭年收入\",\"type\":\"MONEY\",\"legal\":\"CONSENT_NEEDED\"}"));
    }

    @Test
    void aFieldMarkedForbiddenIsNoTemplate() {
        assertEquals(
                List.of("law.forbidden.class"),
                check("{\"id\":\"a\",\"label\":\"某项\",\"type\":\"TEXT\",\"legal\":\"FORBIDDEN\"}"));
    }

    private static List<String> check(String field) {
        var json = JsonValue.parse("{\"id\":\"x\",\"version\":1,\"title\":\"x\","
                + "\"role\":\"subject\",\"subject\":{\"label\":\"人\",\"name\":\"s.name\",\"number\":\"s.number\"},\"blocks\":["
                + "{\"id\":\"s\",\"title\":\"身份\",\"fields\":[{\"id\":\"name\",\"label\":\"姓名\",\"type\":\"PERSON_NAME\"},"
                + "{\"id\":\"number\",\"label\":\"证件号\",\"type\":\"RESIDENT_NUMBER\"}]},"
                + "{\"id\":\"t\",\"title\":\"其他\",\"fields\":[" + field + "]}]}");
        return TemplateCheck.check(TemplateJson.read(json, name -> json)).stream()
                .map(Violation::code)
                .toList();
    }
}
