package xindang.model.keeping;

import java.util.Optional;
import xindang.model.archive.Paths;
import xindang.model.common.Finding;
import xindang.model.common.Violation;
import xindang.model.law.ConsentRow;

/**
 * Checks the required values of a consent that is recorded as an act. The package {@code law} checks refusals and
 * withdrawals.
 */
final class ConsentActRules {
    private ConsentActRules() {}

    /** Returns why an act may not be recorded; empty when it may. */
    static Optional<Finding> wrong(ConsentRow act) {
        if (!act.isGiven()) {
            return Optional.empty();
        }
        if (act.signedAt().isEmpty()) {
            return found(act, "signedAt", "law.consent.undated");
        }
        if (act.noticeAt().isEmpty()) {
            return found(act, "noticeAt", "law.consent.undated");
        }
        return act.isPassOn() && (act.receiver().isBlank() || act.purpose().isBlank())
                ? found(act, "receiver", "law.consent.receiver")
                : Optional.empty();
    }

    private static Optional<Finding> found(ConsentRow act, String field, String code) {
        return Optional.of(new Finding(Paths.of(ConsentRow.GROUP, act.key(), field), Violation.of(code)));
    }
}
