package xindang.desktop.office;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import xindang.model.rating.RatingForms;

class ChipsTest {
    /** Colour classes from best to worst: blue, amber, red. */
    private static final List<String> STEPS = List.of("g3", "g2", "g1", "gb", "gc");

    @Test
    void aBetterGradeNeverLooksWorse() {
        for (var form : RatingForms.shipped().all()) {
            var shown = form.grades().stream()
                    .map(grade -> STEPS.indexOf(Chips.step(grade.code())))
                    .toList();
            assertEquals(shown.stream().sorted().toList(), shown, form.id());
            assertEquals(0, shown.get(0), form.id());
            assertEquals(STEPS.size() - 1, shown.get(shown.size() - 1), form.id());
        }
    }
}
