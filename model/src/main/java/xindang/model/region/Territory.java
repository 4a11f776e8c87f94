package xindang.model.region;

import java.util.Optional;
import xindang.model.common.Violation;
import xindang.model.value.DivisionCode;

/**
 * The division of an archive. Its subjects must be in this division.
 *
 * @param division absent for an archive without a division, which accepts every place
 */
public record Territory(Optional<DivisionCode> division) {
    /**
     * Makes the territory of a division.
     *
     * @param code 12 digits, or its beginning of 2, 4, 6 or 9; empty for all places
     */
    public static Territory of(String code) {
        return new Territory(code.isEmpty() ? Optional.empty() : Optional.of(DivisionCode.of(code)));
    }

    /** Returns why a subject at a place may not be changed: it moved out of the territory. Empty for a place inside. */
    public Optional<Violation> refusal(String code, Divisions divisions) {
        return holds(code)
                ? Optional.empty()
                : Optional.of(Violation.of("record.moved", divisions.fullPath(DivisionCode.of(code))));
    }

    /** Returns whether a place is in the territory. An empty code (unknown place) is in it. */
    public boolean holds(String code) {
        return code.isEmpty()
                || division.map(here -> here.contains(DivisionCode.of(code))).orElse(true);
    }
}
