package xindang.model.report;

import java.util.List;
import java.util.Optional;
import xindang.model.common.Violation;

/** A prepared report, or the reasons why there is none. */
public record ReportOutcome(Optional<Prepared> prepared, List<Violation> violations) {
    public ReportOutcome {
        violations = List.copyOf(violations);
    }

    static ReportOutcome of(Prepared prepared) {
        return new ReportOutcome(Optional.of(prepared), List.of());
    }

    static ReportOutcome refused(List<Violation> violations) {
        return new ReportOutcome(Optional.empty(), violations);
    }
}
