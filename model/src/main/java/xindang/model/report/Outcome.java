package xindang.model.report;

import java.util.List;
import java.util.Optional;
import xindang.model.common.Violation;

/** A report that is ready, or why there is none. */
public record Outcome(Optional<Prepared> prepared, List<Violation> violations) {
    public Outcome {
        violations = List.copyOf(violations);
    }

    static Outcome of(Prepared prepared) {
        return new Outcome(Optional.of(prepared), List.of());
    }

    static Outcome refused(List<Violation> violations) {
        return new Outcome(Optional.empty(), violations);
    }
}
