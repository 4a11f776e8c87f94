package xindang.model.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes copies of subjects that were read, with more of their household. */
final class Reads {
    private Reads() {}

    /**
     * Returns a subject with its rows and members.
     *
     * @param rejections all reasons for rejecting it
     */
    static RowReader.Read with(
            RowReader.Read read, HouseholdRead household, List<Problem> rejections, Optional<Problem> numberProblem) {
        return new RowReader.Read(
                read.row(),
                read.name(),
                read.number(),
                read.numberHeading(),
                read.region(),
                read.values(),
                read.consentValues(),
                read.consentWarnings(),
                read.warnings(),
                rejections,
                numberProblem,
                household);
    }

    /** Returns a subject with the values and warnings of its members. */
    static RowReader.Read placed(
            RowReader.Read read,
            HouseholdRead household,
            Map<String, String> values,
            Map<String, String> consentValues,
            Map<String, List<Problem>> consentWarnings,
            List<Problem> warnings) {
        return new RowReader.Read(
                read.row(),
                read.name(),
                read.number(),
                read.numberHeading(),
                read.region(),
                values,
                consentValues,
                consentWarnings,
                warnings,
                read.rejections(),
                read.numberProblem(),
                household);
    }
}
