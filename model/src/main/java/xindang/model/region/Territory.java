package xindang.model.region;

import java.util.Optional;
import xindang.model.common.Violation;
import xindang.model.value.DivisionCode;

/**
 * The division of an archive: its subjects belong in it.
 *
 * @param division absent of an archive without one, in which every place lies
 */
public record Territory(Optional<DivisionCode> division) {
    /**
     * The territory of a division.
     *
     * @param code 12 digits, or its beginning of 2, 4, 6 or 9; empty for all places
     */
    public static Territory of(String code) {
        return new Territory(code.isEmpty() ? Optional.empty() : Optional.of(DivisionCode.of(code)));
    }

    /** Why nothing may be written of a subject that is at a place: it moved there, out of the territory. */
    public Optional<Violation> refusal(String code, Divisions divisions) {
        return holds(code)
                ? Optional.empty()
                : Optional.of(Violation.of("record.moved", divisions.fullPath(DivisionCode.of(code))));
    }

    /** Whether a place lies in it; an unknown place, an empty code, does. */
    public boolean holds(String code) {
        return code.isEmpty()
                || division.map(here -> here.contains(DivisionCode.of(code))).orElse(true);
    }
}
