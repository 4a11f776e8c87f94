package xindang.model.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The content of one printed report, complete and already masked for its audience. The layout adds no content.
 *
 * @param kind {@code household}, {@code enterprise}, {@code practitioner}
 * @param number report number, unique without a network: region, time, device and serial
 * @param dataAsOf time of the newest change in it
 * @param syncedAt last exchange with the platform, if any
 * @param cover whether a cover page precedes the body
 * @param disclaimer closing note of the last page
 * @param data canonical JSON of the report, attached to the file
 * @param digest SHA-256 of {@code data}
 * @param verifyUrl address in the QR code
 */
public record ReportContent(
        String kind,
        String title,
        String number,
        String issuer,
        Instant issuedAt,
        Instant dataAsOf,
        Optional<Instant> syncedAt,
        Subject subject,
        Optional<Hero> hero,
        boolean cover,
        List<Section> sections,
        Usage usage,
        String disclaimer,
        String verifyUrl,
        String data,
        String digest) {
    public ReportContent {
        sections = List.copyOf(sections);
    }

    /** The subject: {@code 户主}, the name, a second line such as 双桥村三组，5 口人, and the number as printed. */
    public record Subject(String label, String name, String secondLine, String numberLabel, String number) {}

    /** The grade in large letters; the score is empty for 资料不全，不评级. */
    public record Hero(
            String grade, String gradeMeaning, String score, String maximum, String scoreNote, List<Pair> facts) {
        public Hero {
            facts = List.copyOf(facts);
        }
    }

    /** A label and its value; an empty value prints — —. */
    public record Pair(String label, String value) {}

    /** The purpose, the author, the limits and the watermark. */
    public record Usage(String purpose, String person, String limits, String watermark) {}
}
