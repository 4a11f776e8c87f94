package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import xindang.model.common.Violation;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.ReadingContext;
import xindang.model.value.DivisionCode;

class GateTest {
    private static final ReadingContext CONTEXT =
            new ReadingContext(LocalDate.of(2026, 11, 30), Divisions.harbin(), DivisionCode.of("230184101"), "");

    @Test
    void doesNotReadATextThatTheLawForbids() {
        assertEquals("law.forbidden.text.religion", read("file.note", "宗教信仰：无"));
        assertEquals("ok", read("file.note", "住在村东头"));
    }

    private static String read(String path, String text) {
        var template = ShippedTemplates.load().get("household");
        return Gate.read(template, template.field(path).orElseThrow(), text, CONTEXT)
                .failure()
                .map(Violation::code)
                .orElse("ok");
    }
}
