package xindang.model.intake;

import java.util.Optional;
import xindang.model.common.Violation;

/**
 * A column of the file and what becomes of it.
 *
 * @param index from 0
 * @param heading as written
 * @param path where its values go: a field, a field of a group ({@code *} for the row), or a group
 * @param unit of the heading, empty when none
 * @param year of the heading
 * @param reason why it is refused
 */
public record Column(
        int index,
        String heading,
        Use use,
        Optional<String> path,
        String unit,
        Optional<Integer> year,
        Optional<Violation> reason) {
    /** What becomes of a column. */
    public enum Use {
        /** Its values go to a field. */
        MAPPED,
        /** Article 14(2): its values go to a field where written consent is on file. */
        CONSENT_NEEDED,
        /** Article 14(1): not read at all. */
        REFUSED,
        /** A serial number of the sheet. */
        SERIAL,
        /** No field is called so; its values are not taken. */
        UNKNOWN
    }

    public boolean isRead() {
        return use == Use.MAPPED || use == Use.CONSENT_NEEDED;
    }
}
