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
 * What the data attached to a report says of itself, without any archive.
 *
 * @param digest SHA-256 of the data, computed now
 * @param sameDigest whether it is the one that was promised
 * @param rating what a recomputation of the rating gave
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
    /** Of the rating in a report. */
    public enum Recomputation {
        /** Its inputs give what is printed. */
        SAME,
        /** Its inputs give something else: the report was tampered with. */
        DIFFERENT,
        /** The form it was made with is not at hand. */
        FORM_UNKNOWN,
        /** There is no rating in it. */
        NONE
    }

    /** True when nothing speaks against it. */
    public boolean genuine() {
        return sameDigest && rating != Recomputation.DIFFERENT;
    }

    /**
     * Checks the data of a report.
     *
     * @param promised the digest that the file or the QR code states
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
     * What of the rating in a report's data does not come out again, for a reader of report files. A form that is not at
     * hand proves nothing and is no finding.
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
        var printed = rating.text("grade").equals(again.rating().grade())
                && rating.text("digest").equals(again.rating().digest())
                && rating.text("score")
                        .equals(again.rating().score().map(RatingParts::plain).orElse(""));
        return again.same() && printed ? Recomputation.SAME : Recomputation.DIFFERENT;
    }
}
