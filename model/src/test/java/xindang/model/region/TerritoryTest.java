package xindang.model.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import xindang.model.value.DivisionCode;

class TerritoryTest {
    @Test
    void holdsWhatLiesInItAndNothingElse() {
        var town = Territory.of("230184100000");
        assertTrue(town.holds("230184100206"));
        assertTrue(town.holds("230184100000"));
        assertTrue(town.holds(""));
        assertFalse(town.holds("230184101206"));
        assertFalse(town.holds("230184000000"));
        assertTrue(Territory.of("").holds("230113107200"));
    }

    @Test
    void villagesOfOneNameAreChosenByTheirTowns() {
        var county = DivisionCode.of("230184");
        var choices = Divisions.harbin().choices(county);
        var names = choices.stream().map(Divisions.Choice::name).toList();

        assertEquals(names.size(), List.copyOf(new java.util.HashSet<>(names)).size());
        assertEquals(Divisions.harbin().villagesIn(county).size(), choices.size());
        assertTrue(names.contains("金山村") || names.contains("五常镇金山村"));
        assertTrue(names.stream().anyMatch(name -> name.contains("镇") && name.endsWith("村")));
    }

    @Test
    void theVillagesOfATownBearTheirNamesAlone() {
        var choices = Divisions.harbin().choices(DivisionCode.of("230184100"));
        assertTrue(choices.contains(new Divisions.Choice(DivisionCode.of("230184100206"), "金山村")));
        assertTrue(choices.stream().allMatch(choice -> choice.code().digits().startsWith("230184100")));
    }
}
