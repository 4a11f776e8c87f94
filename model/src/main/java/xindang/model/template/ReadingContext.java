package xindang.model.template;

import java.time.LocalDate;
import xindang.model.region.Divisions;
import xindang.model.value.DivisionCode;

/**
 * The context in which a typed text is read.
 *
 * @param today the day after which birth dates and other dates are refused
 * @param divisions the division tree
 * @param within the division in which the name of a village is searched
 * @param unit the unit in the column's heading, such as 万元 or 垧; empty if the unit of the field applies
 */
public record ReadingContext(LocalDate today, Divisions divisions, DivisionCode within, String unit) {
    public ReadingContext withUnit(String heading) {
        return new ReadingContext(today, divisions, within, heading);
    }
}
