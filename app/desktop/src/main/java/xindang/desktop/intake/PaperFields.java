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

/** What is typed of the papers that cover a file: one batch to collect, one to pass on. */
final class PaperFields {
    /** Reference of the papers to collect; empty when there are none. */
    final StringProperty collect = new SimpleStringProperty("");
    /** Day of notice and signature; empty for today. */
    final StringProperty signedOn = new SimpleStringProperty("");
    /** Reference of the papers to pass on; empty when there are none. */
    final StringProperty pass = new SimpleStringProperty("");

    final StringProperty receiver = new SimpleStringProperty("");
    final StringProperty purpose = new SimpleStringProperty("");
    /** Last day of passing on; empty when it has no end. */
    final StringProperty until = new SimpleStringProperty("");

    List<StringProperty> all() {
        return List.of(collect, signedOn, pass, receiver, purpose, until);
    }

    void clear() {
        all().forEach(field -> field.set(""));
    }

    /** All that is typed, to see whether something changed. */
    List<String> typed() {
        return all().stream().map(PaperFields::text).toList();
    }

    /** What is wrong with what is typed, in words. */
    Optional<String> wrong(Messages text, LocalDate today) {
        return wrong(today).map(text::of).or(() -> papers().stream()
                .flatMap(paper -> paper.wrong().stream())
                .findFirst()
                .map(text::of));
    }

    /** Key of the message about what does not fit together. */
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

    /** The batches, once nothing is wrong. */
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

    /** Says of each batch without a day that today is recorded. */
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
