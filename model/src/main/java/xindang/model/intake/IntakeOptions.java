package xindang.model.intake;

import java.util.Map;
import java.util.Optional;

/**
 * How a file is to be imported.
 *
 * @param type template id
 * @param user who imports
 * @param paperConsent reference of a batch of paper consents that covers every row of the file
 * @param unverified whether rows with a wrong or missing number are kept as 证件待核
 * @param placed where a person put columns, by their index: to a path of {@link ColumnPlaces}, or nowhere
 * @param mode a dry run reads and checks all and writes nothing
 */
public record IntakeOptions(
        String type,
        String user,
        Optional<String> paperConsent,
        Unverified unverified,
        Map<Integer, Optional<String>> placed,
        IntakeResult.Mode mode) {
    /** What becomes of a row whose number is wrong or missing. */
    public enum Unverified {
        REJECT,
        KEEP
    }

    public IntakeOptions {
        placed = Map.copyOf(placed);
    }

    public static IntakeOptions of(String type, String user) {
        return new IntakeOptions(type, user, Optional.empty(), Unverified.REJECT, Map.of(), IntakeResult.Mode.SAVED);
    }

    public IntakeOptions withPaperConsent(String reference) {
        return new IntakeOptions(type, user, Optional.of(reference), unverified, placed, mode);
    }

    public IntakeOptions keepingUnverified() {
        return new IntakeOptions(type, user, paperConsent, Unverified.KEEP, placed, mode);
    }

    public IntakeOptions placing(Map<Integer, Optional<String>> columns) {
        return new IntakeOptions(type, user, paperConsent, unverified, columns, mode);
    }

    public IntakeOptions asDryRun() {
        return new IntakeOptions(type, user, paperConsent, unverified, placed, IntakeResult.Mode.DRY_RUN);
    }
}
