package xindang.reports.verify;

import java.util.List;
import xindang.model.common.Violation;

/**
 * What a file says about itself and whether that is consistent. A consistent file was not altered by accident or by an
 * editor; that nobody made it up is said by its signature, or by the platform for its number and digest.
 *
 * @param number of the report, empty for a foreign file
 * @param digest SHA-256 of the attached data as stated in the file, empty for a foreign file
 * @param title of the file
 * @param data the attached canonical JSON, one text for each report in the file
 * @param findings why it is not genuine, empty when it is
 */
public record Verification(
        Verdict verdict, String number, String digest, String title, List<String> data, List<Violation> findings) {
    public Verification {
        data = List.copyOf(data);
        findings = List.copyOf(findings);
    }

    /** The three answers. */
    public enum Verdict {
        /** Data and pages are those that were issued. */
        GENUINE,
        /** A report of ours of which something was changed. */
        ALTERED,
        /** Not a report of ours, or not readable at all. */
        FOREIGN
    }
}
