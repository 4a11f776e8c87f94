package xindang.desktop.rating;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.Tasks;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.Standing;
import xindang.model.law.Gate;
import xindang.model.rating.LocalAverages;
import xindang.model.rating.Rating;
import xindang.model.rating.RatingForm;
import xindang.model.rating.Ratings;
import xindang.model.rating.Ways;
import xindang.model.template.Template;
import xindang.model.template.Unchecked;

/** The latest rating of one subject. It can also rate the subject again. */
public final class RatingViewModel {
    private final Desk desk;
    private final Office office;
    private final ArchiveRecord record;
    private final Template template;
    private final RatingForm form;
    private final ReadOnlyObjectWrapper<Optional<Ratings.Stored>> stored =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Standing>> standing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<LocalAverages> averages = new ReadOnlyObjectWrapper<>(LocalAverages.NONE);
    private final Tasks.Lane comparing;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    private RatingViewModel(Desk desk, Office office, Opened opened) {
        this.desk = desk;
        this.office = office;
        record = opened.record();
        template = opened.template();
        form = opened.form();
        comparing = desk.tasks().latest("rating-averages");
        stored.addListener((o, before, now) -> compare());
        standing.set(opened.standing());
        stored.set(opened.stored());
    }

    /** Reads the average share of points for each block in the village. */
    private void compare() {
        comparing.run(
                progress -> stored.get()
                        .map(made -> office.ratings().shares(record.region(), made.rating()))
                        .orElse(LocalAverages.NONE),
                averages::set,
                desk.dialogs()::failed);
    }

    private record Opened(
            ArchiveRecord record,
            Template template,
            RatingForm form,
            Optional<Ratings.Stored> stored,
            Optional<Standing> standing) {}

    /**
     * Opens the rating of a record. The query log records it.
     *
     * @param ready receives the model on the screen thread
     */
    static void open(Desk desk, Office office, UUID subject, Consumer<RatingViewModel> ready) {
        var purpose = desk.text().of("rating.purpose");
        desk.tasks()
                .start(
                        "rating",
                        progress -> {
                            var record = office.archives()
                                    .view(subject, purpose, office.user())
                                    .get();
                            return new Opened(
                                    record,
                                    office.templates().get(record.template()),
                                    office.ratings().form(record.type()),
                                    office.ratings().latest(subject),
                                    office.ratings().standing(record));
                        },
                        opened -> ready.accept(new RatingViewModel(desk, office, opened)),
                        desk.dialogs()::failed);
    }

    /** Returns the blocks of bad information without a date of a search. Vetoes on them are unknown. */
    List<String> unchecked() {
        var today = office.archives().day().hides();
        return Unchecked.of(
                template, Gate.lawful(template, record.content(), today).content());
    }

    /** Returns true if a later version of the program wrote parts of the record. This version does not rate it. */
    boolean isPartlySealed() {
        return record.isPartlySealed();
    }

    /** Returns whether the shown rating is current. Empty if there is none. */
    Optional<Standing> standing() {
        return standing.get();
    }

    ReadOnlyObjectProperty<Optional<Ratings.Stored>> storedProperty() {
        return stored.getReadOnlyProperty();
    }

    /** Returns the average points for each block, over the graded records of the village. */
    ReadOnlyObjectProperty<LocalAverages> averagesProperty() {
        return averages.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    RatingForm form() {
        return form;
    }

    String name() {
        return record.content().text(template.subjectPaths().name());
    }

    /** Returns the place of the subject with its 屯 or 组. */
    String place() {
        var group = template.subjectPaths()
                .group()
                .map(path -> record.content().text(path))
                .orElse("");
        return office.place(record.region()) + group;
    }

    Optional<Ways> ways() {
        return stored.get().map(s -> Ways.of(form, s.rating()));
    }

    List<ScoreLine> lines() {
        return stored.get().map(s -> ScoreLine.of(s.rating(), desk.formats())).orElse(List.of());
    }

    /** Returns how the score follows from the points, or how much is known. Empty if everything is known. */
    Optional<String> known() {
        var formats = desk.formats();
        return stored.get()
                .map(Ratings.Stored::rating)
                .filter(r -> !r.complete())
                .map(r -> {
                    var got = r.blocks().stream().map(Rating.Block::points).reduce(BigDecimal.ZERO, BigDecimal::add);
                    return desk.text()
                            .of(
                                    r.rated() ? "rating.known" : "rating.known.little",
                                    formats.number(r.maximum()),
                                    formats.number(r.assessed()),
                                    formats.number(got));
                });
    }

    /** Returns the requirements for a rating. Empty if the subject is rated. */
    Optional<String> needed() {
        var required = form.blocks().stream()
                .flatMap(block -> block.indicators().stream())
                .filter(indicator -> form.missing().required().contains(indicator.id()))
                .map(RatingForm.Indicator::label)
                .toList();
        return stored.get().map(Ratings.Stored::rating).filter(r -> !r.rated()).map(r -> desk.text()
                .of("rating.needed", desk.formats().number(form.missing().minimum()), String.join("、", required)));
    }

    private record Rated(Optional<Ratings.Stored> stored, Optional<Standing> standing) {}

    /** Rates the subject again. Earlier ratings stay in the history. */
    void rate() {
        busy.set(true);
        desk.tasks()
                .start(
                        "rate",
                        progress -> {
                            office.ratings().rate(record.id(), office.user());
                            var now = office.store().find(record.id());
                            return new Rated(
                                    office.ratings().latest(record.id()), now.flatMap(office.ratings()::standing));
                        },
                        made -> {
                            busy.set(false);
                            standing.set(made.standing());
                            stored.set(made.stored());
                        },
                        problem -> {
                            busy.set(false);
                            desk.dialogs().failed(problem);
                        });
    }

    void report() {
        desk.navigator().go(new Place("report", record.id().toString()));
    }

    void rules() {
        desk.navigator().go(RatingFeature.rules(record.type()));
    }

    void archive() {
        desk.navigator().go(new Place("form", record.id().toString()));
    }
}
