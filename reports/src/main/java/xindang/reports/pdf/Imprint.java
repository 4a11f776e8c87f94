package xindang.reports.pdf;

import java.time.Instant;
import java.util.List;
import xindang.model.common.Digest;

/**
 * The facts about a file in its metadata.
 *
 * @param number number of the report; for a bound file, of its first report
 * @param digest SHA-256 of the attached data; for a bound file, of all of them in order
 */
public record Imprint(String title, String author, Instant time, String number, String digest) {
    /** Namespace of the product's metadata. */
    public static final String NAMESPACE = "urn:xindang:report#";

    static final String PRODUCER = "信档 Xindang";

    /**
     * Returns the digest of a single report; for a bound file, the digest of all digests in the order of their names.
     */
    public static String digestOf(List<String> digests) {
        return digests.size() == 1 ? digests.get(0) : Digest.of(String.join("", digests));
    }

    String keywords() {
        return number + " " + digest;
    }
}
