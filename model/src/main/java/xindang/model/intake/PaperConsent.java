package xindang.model.intake;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import xindang.model.archive.Paths;
import xindang.model.common.Digest;
import xindang.model.common.Violation;
import xindang.model.law.ConsentRow;
import xindang.model.law.Gate;
import xindang.model.law.TextDoor;

/**
 * A batch of papers signed by the people of every row: a consent to collect, or one to pass on to a receiver.
 *
 * @param reference number of the batch
 * @param signedOn day of notice and signature; without it the day of the import
 * @param receiver name of the receiver; empty for a consent to collect
 * @param purpose purpose of the receiver
 * @param until last day of the consent; absent when it does not expire
 */
public record PaperConsent(
        String reference, Optional<LocalDate> signedOn, String receiver, String purpose, Optional<LocalDate> until) {
    public static PaperConsent toCollect(String reference, Optional<LocalDate> signedOn) {
        return new PaperConsent(reference, signedOn, "", "", Optional.empty());
    }

    public boolean isPassOn() {
        return !receiver.isEmpty();
    }

    /** Returns why it may not be written into any record: it contains forbidden words (article 14(1)). */
    public Optional<Violation> wrong() {
        return Stream.of(reference, receiver, purpose)
                .flatMap(words -> Gate.words(TextDoor.TEXT, words).stream())
                .findFirst();
    }

    /** Returns the key of its row in every record. Papers imported twice are one consent. */
    String row() {
        return isPassOn()
                ? "g" + Digest.of(reference + "|" + receiver + "|" + purpose).substring(0, 8)
                : "p" + Digest.of(reference).substring(0, 8);
    }

    /** Returns its row, by path. */
    Map<String, String> values(LocalDate today, String user) {
        var day = signedOn.orElse(today).toString();
        var values = new TreeMap<String, String>();
        put(values, "kind", ConsentRow.PAPER);
        put(values, "reference", reference);
        put(values, "noticeAt", day);
        put(values, "signedAt", day);
        put(values, "by", user);
        if (isPassOn()) {
            put(values, "use", ConsentRow.PASS_ON);
            put(values, "receiver", receiver);
            put(values, "purpose", purpose);
        }
        until.ifPresent(end -> put(values, "until", end.toString()));
        return values;
    }

    private void put(Map<String, String> values, String field, String value) {
        values.put(Paths.of(ConsentRow.GROUP, row(), field), value);
    }
}
