package xindang.desktop.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import xindang.desktop.ui.Messages;
import xindang.model.intake.PaperConsent;
import xindang.model.value.PartialDate;

/** The fields about the paper consents for a file: one batch to collect, one to pass on. */
final class PaperFields {
    /** The reference of the papers to collect, or an empty text. */
    final StringProperty collect = new SimpleStringProperty("");
    /** The day of notice and signature; empty for today. */
    final StringProperty signedOn = new SimpleStringProperty("");
    /** The reference of the papers to pass on, or an empty text. */
    final StringProperty pass = new SimpleStringProperty("");

    final StringProperty receiver = new SimpleStringProperty("");
    final StringProperty purpose = new SimpleStringProperty("");
    /** The last day of passing on; empty if there is no limit. */
    final StringProperty until = new SimpleStringProperty("");

    List<StringProperty> all() {
        return List.of(collect, signedOn, pass, receiver, purpose, until);
    }

    void clear() {
        all().forEach(field -> field.set(""));
    }

    /** Returns all texts, to detect a change. */
    List<String> typed() {
        return all().stream().map(PaperFields::text).toList();
    }

    /** Returns the text for an error in the fields, or empty. */
    Optional<String> wrong(Messages text, LocalDate today) {
        return wrong(today).map(text::of).or(() -> papers().stream()
                .flatMap(paper -> paper.wrong().stream())
                .findFirst()
                .map(text::of));
    }

    /** Returns the message key for an error in the fields, or empty. */
    private Optional<String> wrong(LocalDate today) {
        var signed = date(signedOn);
        var end = date(until);
        if ((signed.isEmpty() && !text(signedOn).isEmpty())
                || (end.isEmpty() && !text(until).isEmpty())) {
            return Optional.of("intake.papers.date");
        }
        if (signed.filter(day -> day.isAfter(today)).isPresent()) {
            return Optional.of("intake.papers.future");
        }
        if (end.filter(day -> day.isBefore(signed.orElse(today))).isPresent()) {
            return Optional.of("intake.papers.until");
        }
        var named = !text(receiver).isEmpty() && !text(purpose).isEmpty();
        return !text(pass).isEmpty() && !named ? Optional.of("intake.papers.pass") : Optional.empty();
    }

    /** Returns the batches. Call it only without errors. */
    List<PaperConsent> papers() {
        var papers = new ArrayList<PaperConsent>();
        if (!text(collect).isEmpty()) {
            papers.add(PaperConsent.toCollect(text(collect), date(signedOn)));
        }
        if (!text(pass).isEmpty()) {
            papers.add(new PaperConsent(text(pass), date(signedOn), text(receiver), text(purpose), date(until)));
        }
        return papers;
    }

    /** Returns a notice for each batch without a day of signature. The day is then {@code today}. */
    List<String> ofToday(Messages text, LocalDate today) {
        return papers().stream()
                .filter(paper -> paper.signedOn().isEmpty())
                .map(paper -> text.of("intake.papers.today", paper.reference(), today.toString()))
                .toList();
    }

    private static Optional<LocalDate> date(StringProperty field) {
        return PartialDate.read(text(field))
                .value()
                .map(PartialDate::toString)
                .filter(day -> day.length() == 10)
                .map(LocalDate::parse);
    }

    private static String text(StringProperty field) {
        return field.get() == null ? "" : field.get().strip();
    }
}
