package xindang.model.template;

import java.time.LocalDate;
import xindang.model.region.Divisions;
import xindang.model.value.DivisionCode;

/**
 * The data for reading a text.
 *
 * @param today refuses birth dates and other dates after this day
 * @param divisions the division tree
 * @param within the unit in which a village's name is looked up
 * @param unit unit of the column's heading, such as 万元 or 垧; empty for the field's own
 */
public record ReadingContext(LocalDate today, Divisions divisions, DivisionCode within, String unit) {
    public ReadingContext withUnit(String heading) {
        return new ReadingContext(today, divisions, within, heading);
    }
}
