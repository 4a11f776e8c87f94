package xindang.model.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one printed report says, complete and already masked for its audience: the layout adds nothing but form.
 *
 * @param kind {@code household}, {@code enterprise}, {@code practitioner}
 * @param number report number, unique without a network: region, time, device and serial
 * @param dataAsOf time of the newest change in it
 * @param syncedAt last exchange with the platform, if ever
 * @param cover a cover page before the body
 * @param disclaimer closing note of the last page
 * @param data canonical JSON of the report, attached to the file
 * @param digest SHA-256 of {@code data}
 * @param verifyUrl what the QR code opens
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

    /** Who it is about: {@code 户主}, the name, a second line such as 双桥村三组，5 口人, and the number as printed. */
    public record Subject(String label, String name, String secondLine, String numberLabel, String number) {}

    /** The grade in large letters; score is empty when 资料不全，不评级. */
    public record Hero(
            String grade, String gradeMeaning, String score, String maximum, String scoreNote, List<Pair> facts) {
        public Hero {
            facts = List.copyOf(facts);
        }
    }

    /** A label and its value; an empty value prints — —. */
    public record Pair(String label, String value) {}

    /** What it is for, who made it, its limits, and the watermark. */
    public record Usage(String purpose, String person, String limits, String watermark) {}
}
