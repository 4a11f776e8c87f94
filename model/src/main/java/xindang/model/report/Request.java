package xindang.model.report;

import java.util.Optional;
import xindang.model.template.Audience;

/**
 * A request for a report.
 *
 * @param kind {@code household}, {@code enterprise}, {@code practitioner}
 * @param purpose purpose, printed on every page (征信业管理条例 art. 18 and 20)
 * @param person name of the person who requests it
 * @param issuer the office or firm that is responsible for it
 * @param recipient name of the receiver; may be empty unless the audience is a recipient
 */
public record Request(String kind, Audience audience, String purpose, String person, String issuer, String recipient) {
    /**
     * Returns the receiver outside the office; empty when the report stays with the office or the subject. A name other
     * than those of the office and the subject makes any report one that is passed on.
     */
    public Optional<String> receiver(String subject) {
        var named = recipient.strip();
        var inside =
                switch (audience) {
                    case SELF -> named.equals(subject.strip());
                    case OFFICE -> named.equals(issuer.strip());
                    case RECIPIENT, PUBLIC -> false;
                };
        return named.isEmpty() || inside ? Optional.empty() : Optional.of(named);
    }

    /** Returns who may use the report: the recipient; without one, the subject or the office. */
    String reader() {
        if (!recipient.isBlank()) {
            return recipient;
        }
        return audience == Audience.SELF ? "信用主体本人" : issuer;
    }
}
