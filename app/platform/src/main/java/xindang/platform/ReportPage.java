package xindang.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The public page that the QR code on a report opens. It shows whether a report with this number and digest was issued,
 * by which office and when. It shows nothing about the subject.
 */
final class ReportPage {
    /** A typed digest has at least the eight digits that people compare by eye. */
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{8,64}");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy 年 M 月 d 日", Locale.CHINA);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final PlatformDatabase database;
    private final UnaryOperator<String> regionName;

    ReportPage(PlatformDatabase database, UnaryOperator<String> regionName) {
        this.database = database;
        this.regionName = regionName;
    }

    String html(String number, String digest) {
        var typed = digest.replace("-", "").toLowerCase(Locale.ROOT);
        var issued = database.read(db -> IssuedReports.find(db, number));
        if (issued.isEmpty()) {
            return page("unknown", number, Optional.empty());
        }
        if (issued.get().digest().isEmpty()) {
            return page("erased", number, issued);
        }
        if (typed.isBlank()) {
            return page("digestless", number, Optional.empty());
        }
        return DIGEST.matcher(typed).matches() && issued.get().digest().startsWith(typed)
                ? page("genuine", number, issued)
                : page("different", number, Optional.empty());
    }

    private String page(String outcome, String number, Optional<IssuedReports.Issued> issued) {
        var facts = new StringBuilder();
        fact(facts, "page.number", number);
        issued.ifPresent(report -> {
            fact(facts, "page.issuer", report.issuer().isEmpty() ? regionName.apply(report.region()) : report.issuer());
            fact(facts, "page.date", day(report.issuedAt()));
        });
        return Texts.resource("report.html")
                .replace("{title}", escaped(Texts.of("page.title")))
                .replace("{outcome}", outcome)
                .replace("{verdict}", escaped(Texts.of("page." + outcome)))
                .replace("{meaning}", escaped(Texts.of("page." + outcome + ".meaning")))
                .replace("{note}", escaped(Texts.of("page.note")))
                .replace("{facts}", facts);
    }

    private static void fact(StringBuilder html, String label, String value) {
        html.append("<dt>")
                .append(escaped(Texts.of(label)))
                .append("</dt><dd>")
                .append(escaped(value))
                .append("</dd>");
    }

    private static String day(String issuedAt) {
        try {
            return issuedAt.length() == 10
                    ? LocalDate.parse(issuedAt).format(DAY)
                    : Instant.parse(issuedAt).atZone(CHINA).format(DAY);
        } catch (DateTimeException e) {
            return issuedAt.substring(0, Math.min(10, issuedAt.length()));
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("{", "&#123;");
    }
}
