package xindang.reports.verify;

import java.util.List;
import xindang.model.common.Violation;

/**
 * The result of checking a report file. The data and pages of a genuine file agree with the digests in it. That is no
 * proof against a forger, who can compute new digests. Only a signature, or the platform's record of its number and
 * digest, proves that the file was really issued.
 *
 * @param number number of the report; empty for a foreign file
 * @param digest SHA-256 of the attached data according to the file; empty for a foreign file
 * @param title title of the file
 * @param data the attached canonical JSON, one text for each report in the file
 * @param findings the reasons why it is not genuine; empty if it is
 */
public record Verification(
        Verdict verdict, String number, String digest, String title, List<String> data, List<Violation> findings) {
    public Verification {
        data = List.copyOf(data);
        findings = List.copyOf(findings);
    }

    /** The three possible results. */
    public enum Verdict {
        /** Data and pages are the issued ones. */
        GENUINE,
        /** A report of this product that was changed. */
        ALTERED,
        /** Not a report of this product, or not readable. */
        FOREIGN
    }
}
