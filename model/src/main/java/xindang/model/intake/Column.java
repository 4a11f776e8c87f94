package xindang.model.intake;

import java.util.Optional;
import xindang.model.common.Violation;
import xindang.model.template.LegalClass;
import xindang.model.template.Template;

/**
 * A column of the file and its use.
 *
 * @param index from 0
 * @param heading as written
 * @param path target of its values: a field, a field of a group ({@code *} for the row), or a group
 * @param unit unit of its values, from the heading or a row above; empty when none
 * @param unitRow number of the row above that states the unit
 * @param year year in the heading
 * @param reason why it is refused
 */
public record Column(
        int index,
        String heading,
        Use use,
        Optional<String> path,
        String unit,
        Optional<Integer> unitRow,
        Optional<Integer> year,
        Optional<Violation> reason) {
    /** The use of a column. */
    public enum Use {
        /** Its values are written to a field. */
        MAPPED,
        /** Article 14(2): its values are written to a field if written consent is on file. */
        CONSENT_NEEDED,
        /** Article 14(1): not read at all. */
        REFUSED,
        /** A county or a township: it says where the village of the row is. */
        PLACE,
        /** A serial number of the sheet. */
        SERIAL,
        /** No field has this heading; its values are not read. */
        UNKNOWN
    }

    /** Returns the column with another target. */
    Column at(String target, Template template) {
        return new Column(
                index,
                heading,
                template.legal(target) == LegalClass.OPEN ? Use.MAPPED : Use.CONSENT_NEEDED,
                Optional.of(target),
                unit,
                unitRow,
                year,
                Optional.empty());
    }

    public boolean isRead() {
        return use == Use.MAPPED || use == Use.CONSENT_NEEDED;
    }
}
