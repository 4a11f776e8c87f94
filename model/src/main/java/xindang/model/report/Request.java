package xindang.model.report;

import java.util.Optional;
import xindang.model.template.Audience;

/**
 * What is asked of a report.
 *
 * @param kind {@code household}, {@code enterprise}, {@code practitioner}
 * @param purpose what it is for; printed on every page (征信业管理条例 art. 18 and 20)
 * @param person who asks
 * @param issuer the office or firm that answers for it
 * @param recipient to whom it is handed, by name; may be empty unless the audience is a recipient
 */
public record Request(String kind, Audience audience, String purpose, String person, String issuer, String recipient) {
    /**
     * To whom outside the office the report gives the subject's information; empty when it stays with the office or the subject.
     * A name that is neither the office's nor the subject's makes any report one that is passed on.
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

    /** Who may use it: the recipient, or where none is named the subject or the office itself. */
    String reader() {
        if (!recipient.isBlank()) {
            return recipient;
        }
        return audience == Audience.SELF ? "信用主体本人" : issuer;
    }
}
