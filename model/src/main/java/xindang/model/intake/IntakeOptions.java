package xindang.model.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xindang.model.value.DivisionCode;

/**
 * The options of an import.
 *
 * @param type template id
 * @param user name of the person who imports
 * @param papers batches of paper consents, each of which covers every row of the file
 * @param unverified whether rows with a wrong or missing number are kept as 证件待核
 * @param placed targets chosen by a person, by column index: a path of {@link ColumnPlaces}, or none
 * @param village the village of all rows, or a unit above it, given by a person
 * @param shape whether each row is a household or a person; absent when the program recognises it
 * @param membersOnly whether the sheet has members of households that exist; then no household is made
 * @param mode a dry run reads and checks everything and writes nothing
 * @param newer which value stays where somebody changed it after the last import and the file differs
 */
public record IntakeOptions(
        String type,
        String user,
        List<PaperConsent> papers,
        Unverified unverified,
        Map<Integer, Optional<String>> placed,
        Optional<DivisionCode> village,
        Optional<Shape> shape,
        boolean membersOnly,
        IntakeResult.Mode mode,
        Newer newer) {
    /** Whose value stays where somebody changed it after the last import and the file has a different one. */
    public enum Newer {
        ARCHIVE,
        FILE
    }

    /** What happens to a row with a wrong or missing number. */
    public enum Unverified {
        REJECT,
        KEEP
    }

    public IntakeOptions {
        papers = List.copyOf(papers);
        placed = Map.copyOf(placed);
    }

    public static IntakeOptions of(String type, String user) {
        return new IntakeOptions(
                type,
                user,
                List.of(),
                Unverified.REJECT,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                IntakeResult.Mode.SAVED,
                Newer.ARCHIVE);
    }

    public IntakeOptions withPaperConsent(String reference) {
        return with(PaperConsent.toCollect(reference, Optional.empty()));
    }

    public IntakeOptions with(PaperConsent paper) {
        var all = new ArrayList<>(papers);
        all.add(paper);
        return new IntakeOptions(type, user, all, unverified, placed, village, shape, membersOnly, mode, newer);
    }

    public IntakeOptions keepingUnverified() {
        return new IntakeOptions(type, user, papers, Unverified.KEEP, placed, village, shape, membersOnly, mode, newer);
    }

    public IntakeOptions placing(Map<Integer, Optional<String>> columns) {
        return new IntakeOptions(type, user, papers, unverified, columns, village, shape, membersOnly, mode, newer);
    }

    /** Returns these options with the place of all rows that name no village, or only its name. */
    public IntakeOptions within(DivisionCode place) {
        return new IntakeOptions(
                type, user, papers, unverified, placed, Optional.of(place), shape, membersOnly, mode, newer);
    }

    public IntakeOptions asDryRun() {
        return new IntakeOptions(
                type, user, papers, unverified, placed, village, shape, membersOnly, IntakeResult.Mode.DRY_RUN, newer);
    }

    public IntakeOptions shaped(Shape rows) {
        return new IntakeOptions(
                type, user, papers, unverified, placed, village, Optional.of(rows), membersOnly, mode, newer);
    }

    /** Returns the options for a sheet with the members of households that exist. */
    public IntakeOptions ofMembers() {
        return new IntakeOptions(
                type, user, papers, unverified, placed, village, Optional.of(Shape.PERSON), true, mode, newer);
    }

    public IntakeOptions preferring(Newer whose) {
        return new IntakeOptions(type, user, papers, unverified, placed, village, shape, membersOnly, mode, whose);
    }
}
