package xindang.model.keeping;

import java.util.Optional;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.common.Finding;
import xindang.model.common.Violation;
import xindang.model.law.ConsentRow;
import xindang.model.law.Consents;
import xindang.model.law.Gate;

/** What an act of giving, refusing or withdrawing must say. */
final class ConsentActs {
    private ConsentActs() {}

    /**
     * Why an act may not be recorded.
     *
     * @param before what the record says without it
     */
    static Optional<Finding> wrong(Content before, ConsentRow act) {
        if (act.signedAt().isEmpty()) {
            return found(act, "signedAt", "law.consent.undated");
        }
        if (act.isGiven() && act.noticeAt().isEmpty()) {
            return found(act, "noticeAt", "law.consent.undated");
        }
        if (act.isGiven()
                && act.isPassOn()
                && (act.receiver().isBlank() || act.purpose().isBlank())) {
            return found(act, "receiver", "law.consent.receiver");
        }
        if (act.kind().equals(Consents.WITHDRAWN) && !Gate.endsSomething(before, act)) {
            return found(
                    act, "signedAt", "law.consent.nothing", act.signedAt().get().toString());
        }
        return Optional.empty();
    }

    private static Optional<Finding> found(ConsentRow act, String field, String code, String... args) {
        return Optional.of(new Finding(Paths.of(Consents.GROUP, act.key(), field), Violation.of(code, args)));
    }
}
