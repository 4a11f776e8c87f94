package xindang.model.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.model.archive.Content;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.json.JsonValue;

class RoleTest {
    private static final String BY_BOTH =
            "\"role\": \"attached\", \"about\": {\"id\": \"permit.firm\", \"number\": \"permit.code\", \"type\": \"enterprise\"}";

    @Test
    void anAttachedRecordNamesAnIdOrANumber() {
        var template = template(BY_BOTH);
        var about = template.about().orElseThrow();
        var id = UUID.fromString("01890000-0000-7000-8000-000000000001");
        var numbered = Content.EMPTY.with("permit.code", "91230102MA1B2C3D4X");
        assertTrue(template.subject().isEmpty());
        assertEquals(Optional.of("91230102MA1B2C3D4X"), about.number(numbered));
        assertEquals(Optional.empty(), template.subjectOf(numbered));
        var named = numbered.with("permit.firm", id.toString());
        assertEquals(Optional.empty(), about.number(named));
        assertEquals(Optional.of(id), template.subjectOf(named));
        assertEquals(Optional.empty(), template.subjectOf(numbered.with("permit.firm", "no id")));
    }

    @Test
    void aPathThatOnlyLooksLikeAReferenceNamesNoSubject() {
        var id = "01890000-0000-7000-8000-000000000001";
        var template = template("\"role\": \"system\"");
        assertEquals(Optional.empty(), template.subjectOf(Content.EMPTY.with("permit.subject", id)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"title\": \"no role\"",
                "\"role\": \"person\"",
                "\"role\": \"attached\"",
                "\"role\": \"subject\"",
                "\"role\": \"attached\", \"about\": {\"id\": \"permit.title\"}",
                "\"role\": \"attached\", \"about\": {\"id\": \"permit.unknown\"}",
                "\"role\": \"attached\", \"about\": {\"id\": \"permit.firm\", \"number\": \"permit.code\"}",
                "\"role\": \"attached\", \"about\": {\"id\": \"permit.firm\", \"number\": \"permit.on\", \"type\": \"x\"}",
                "\"role\": \"system\", \"subject\": {\"label\": \"x\", \"name\": \"permit.title\", \"number\": \"permit.code\"}",
            })
    void aRoleThatFitsNothingIsRefused(String members) {
        var refused = assertThrows(AppException.class, () -> template(members));
        assertEquals(ErrorCode.UNREADABLE, refused.code());
    }

    private static Template template(String role) {
        var json = "{\"id\": \"permit\", \"version\": 1, "
                + (role.contains("\"title\": \"no") ? "" : "\"title\": \"许可\", ")
                + role + ", \"tables\": [], \"blocks\": [{\"id\": \"permit\", \"title\": \"许可\", \"fields\": ["
                + "{\"id\": \"firm\", \"label\": \"企业\", \"type\": \"REFERENCE\"},"
                + "{\"id\": \"subject\", \"label\": \"对象\", \"type\": \"REFERENCE\"},"
                + "{\"id\": \"code\", \"label\": \"代码\", \"type\": \"CREDIT_CODE\"},"
                + "{\"id\": \"on\", \"label\": \"日期\", \"type\": \"DATE\"},"
                + "{\"id\": \"title\", \"label\": \"名称\"}]}]}";
        return TemplateJson.read(
                JsonValue.parse(json.getBytes(StandardCharsets.UTF_8)),
                name -> JsonValue.parse("{}".getBytes(StandardCharsets.UTF_8)));
    }
}
