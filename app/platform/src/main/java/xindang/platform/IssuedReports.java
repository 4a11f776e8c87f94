package xindang.platform;

import static xindang.platform.jooq.Tables.REPORT;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;

/**
 * Stores the issued reports, taken from the records of type {@code report} that offices send: number, digest, kind,
 * time and issuer. The subject of a report is not stored here. A number belongs to the first record that used it.
 */
final class IssuedReports {
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{6,100}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[0-9T:.Z+-]{0,30}");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N} ()（）·、-]{0,100}");

    private IssuedReports() {}

    static void index(DSLContext db, Collection<PlatformRecord> states) {
        for (var state : states) {
            if (state.template().id().equals("report")) {
                index(db, state);
            }
        }
    }

    private static void index(DSLContext db, PlatformRecord state) {
        var content = state.content();
        var number = content.text("report.number");
        var digest = content.text("report.digest");
        var issuedAt = content.text("report.at");
        if (!NUMBER.matcher(number).matches()
                || !DIGEST.matcher(digest).matches()
                || !TIME.matcher(issuedAt).matches()) {
            return;
        }
        var kind = plain(content.text("report.kind"));
        var issuer = plain(content.text("report.issuer"));
        db.insertInto(REPORT)
                .columns(REPORT.fields())
                .values(number, state.id(), kind, digest, issuedAt, issuer, state.region())
                .onConflict(REPORT.NUMBER)
                .doUpdate()
                .set(REPORT.DIGEST, digest)
                .set(REPORT.ISSUED_AT, issuedAt)
                .where(REPORT.RECORD.eq(state.id()))
                .execute();
    }

    static Optional<Issued> find(DSLContext db, String number) {
        return NUMBER.matcher(number).matches()
                ? db.selectFrom(REPORT)
                        .where(REPORT.NUMBER.eq(number))
                        .fetchOptional(row -> new Issued(
                                row.getNumber(), row.getDigest(), row.getIssuedAt(), row.getIssuer(), row.getRegion()))
                : Optional.empty();
    }

    private static String plain(String text) {
        return PLAIN.matcher(text).matches() ? text.substring(0, Math.min(60, text.length())) : "";
    }

    /** An issued report as its office recorded it. */
    record Issued(String number, String digest, String issuedAt, String issuer, String region) {}
}
