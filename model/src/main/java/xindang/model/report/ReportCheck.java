package xindang.model.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.model.common.ErrorCode;
import xindang.model.common.Violation;
import xindang.model.json.JsonValue;
import xindang.model.rating.RatingForms;
import xindang.model.rating.RatingJson;

/**
 * The result of checking the data attached to a report, without an archive.
 *
 * @param digest SHA-256 of the data, computed now
 * @param sameDigest whether it is the stated one
 * @param rating result of computing the rating again
 */
public record ReportCheck(
        String kind,
        String title,
        String number,
        String subject,
        String issuer,
        Instant issuedAt,
        String grade,
        String score,
        String digest,
        boolean sameDigest,
        Recomputation rating) {
    /** The result of computing the rating of a report again. */
    public enum Recomputation {
        /** The inputs give the printed result. */
        SAME,
        /** The inputs give another result: the report was altered. */
        DIFFERENT,
        /** The program does not have the form of the rating. */
        FORM_UNKNOWN,
        /** The report contains no rating. */
        NONE
    }

    /** Returns true when the check found no difference. */
    public boolean genuine() {
        return sameDigest && rating != Recomputation.DIFFERENT;
    }

    /**
     * Checks the data of a report.
     *
     * @param promised the digest stated by the file or the QR code
     * @throws AppException UNREADABLE when the data are not those of a report
     */
    public static ReportCheck recompute(String data, String promised, RatingForms forms) {
        var json = JsonValue.parse(data);
        var digest = Digest.of(data);
        var rating = json.find("rating");
        try {
            return new ReportCheck(
                    json.text("kind"),
                    json.text("title"),
                    json.text("number"),
                    json.at("subject").text("name"),
                    json.text("issuer"),
                    Instant.parse(json.text("issuedAt")),
                    rating.map(value -> value.text("grade")).orElse(""),
                    rating.map(value -> value.text("score")).orElse(""),
                    digest,
                    digest.equals(promised),
                    rating.map(value -> again(value, forms)).orElse(Recomputation.NONE));
        } catch (DateTimeException e) {
            throw new AppException(ErrorCode.UNREADABLE, "not a report", e);
        }
    }

    /**
     * Returns the differences between the rating in a report's data and its recomputation. An unknown form proves
     * nothing and gives no finding.
     */
    public static List<Violation> findings(String data, RatingForms forms) {
        try {
            var check = recompute(data, Digest.of(data), forms);
            return check.rating() == Recomputation.DIFFERENT
                    ? List.of(Violation.of("report.rating.altered", check.grade()))
                    : List.of();
        } catch (AppException e) {
            return List.of(Violation.of("report.dataAltered"));
        }
    }

    private static Recomputation again(JsonValue rating, RatingForms forms) {
        if (forms.byDigest(rating.text("formDigest")).isEmpty()) {
            return Recomputation.FORM_UNKNOWN;
        }
        var again = RatingJson.recompute(rating.text("trace"), forms);
        var printed = rating.text("grade").equals(again.grade())
                && rating.text("digest").equals(again.digest())
                && rating.text("score")
                        .equals(again.score().map(RatingParts::plain).orElse(""));
        return again.trace().equals(rating.text("trace")) && printed ? Recomputation.SAME : Recomputation.DIFFERENT;
    }
}
