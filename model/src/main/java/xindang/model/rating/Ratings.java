package xindang.model.rating;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Content;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Standing;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Ids;
import xindang.model.common.Progress;
import xindang.model.law.Gate;
import xindang.model.law.SureDay;
import xindang.model.region.Territory;
import xindang.model.template.Template;
import xindang.model.template.Templates;

/**
 * Rates archives and keeps the ratings as records of their own, one for each time. What a household has not consented to
 * is to the form as if never asked.
 */
public final class Ratings {
    /** Template of the records that keep ratings. */
    public static final String TYPE = "rating";

    private static final String ORIGIN = "rating";
    private static final int BATCH = 2000;

    private final ArchiveStore store;
    private final Templates templates;
    private final RatingForms forms;
    private final Ids ids;
    private final Clock clock;
    private final Map<String, Averages.Local> towns = new TreeMap<>();
    private final LocalShares shares;
    private final Standings standings;

    public Ratings(ArchiveStore store, Templates templates, RatingForms forms, Ids ids, Clock clock) {
        this.store = store;
        this.templates = templates;
        this.forms = forms;
        this.ids = ids;
        this.clock = Gate.clock(clock, store);
        this.shares = new LocalShares(store, this);
        this.standings = new Standings(forms);
    }

    /**
     * Rates one subject and saves the rating. The averages are those of its town as they were when this object first
     * needed them today.
     *
     * @throws AppException NOT_FOUND when there is no such record or no form for its kind; REFUSED when it moved out, when a
     *     later version of the program wrote parts of it, which may be what the grade depends on, or while the day is not sure
     */
    public Rating rate(UUID subject, String user) {
        var record = store.find(subject)
                .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "no record " + subject, subject.toString()));
        if (!Territory.of(store.region()).holds(record.region())) {
            throw new AppException(ErrorCode.REFUSED, "moved: " + subject, "rating.moved");
        }
        if (record.isPartlySealed()) {
            throw new AppException(ErrorCode.REFUSED, "partly sealed: " + subject, "rating.sealed");
        }
        sureOfTheDay();
        var form = form(record.type());
        var rating = Scoring.rate(
                form, facts(record), averages(form, record.region()).at(record.region()), today());
        store.save(List.of(draft(record, rating, user, clock.instant())));
        return rating;
    }

    /** What a rating would be, without saving it. */
    public Rating preview(ArchiveRecord record, RatingForm form) {
        return Scoring.rate(form, facts(record), averages(form, record.region()).at(record.region()), today());
    }

    /**
     * Rates every record of a form's kind in a region: one pass for the averages, one for the ratings, saved in batches
     * large enough that a disk's flush does not count. Those that a later version of the program wrote parts of keep the rating
     * that they have.
     *
     * @param region prefix of the division code
     * @param progress may cancel between records; what is saved by then stays
     * @throws AppException REFUSED while the day is not sure
     */
    public Rated rateRegion(RatingForm form, String region, String user, Progress progress) {
        sureOfTheDay();
        var local = compute(form, region);
        var at = clock.instant();
        var on = today();
        var grades = new TreeMap<String, Long>();
        var drafts = new ArrayList<Draft>();
        var sealed = new AtomicLong();
        var done = 0L;
        var total = local.subjects();
        var regions = store.counts(form.type(), region).iterator();
        while (regions.hasNext() && !progress.cancelled()) {
            var division = regions.next().region();
            store.each(form.type(), division, record -> {
                if (record.region().equals(division) && !progress.cancelled()) {
                    if (record.isPartlySealed()) {
                        sealed.incrementAndGet();
                        return;
                    }
                    var rating = Scoring.rate(form, facts(record, on), local.at(record.region()), on);
                    grades.merge(rating.grade(), 1L, Long::sum);
                    drafts.add(draft(record, rating, user, at));
                }
            });
            progress.at("rating.rate", done + drafts.size(), total);
            if (drafts.size() >= BATCH || !regions.hasNext() || progress.cancelled()) {
                for (var from = 0; from < drafts.size(); from += BATCH) {
                    var batch = drafts.subList(from, Math.min(from + BATCH, drafts.size()));
                    store.save(batch);
                    done += batch.size();
                }
                drafts.clear();
            }
        }
        return new Rated(done, sealed.get(), total, grades);
    }

    /**
     * What a run did.
     *
     * @param done how many were rated
     * @param sealed how many keep the rating that they have, since a later version of the program wrote parts of them
     * @param total how many there are
     * @param grades how many got which grade; {@code ""} is not rated
     */
    public record Rated(long done, long sealed, long total, Map<String, Long> grades) {
        public Rated {
            grades = Map.copyOf(grades);
        }

        public boolean cancelled() {
            return done + sealed < total;
        }
    }

    /**
     * The latest rating of a subject, computed again from its frozen inputs; none when it rests on what may not be shown
     * any more, so that no line tells it: it is to be rated anew.
     */
    public Optional<Stored> latest(UUID subject) {
        return store.about(subject, TYPE, 1).stream()
                .findFirst()
                .flatMap(this::stored)
                .filter(stored -> store.find(subject)
                        .map(record -> mayBeShown(record, stored))
                        .orElse(true));
    }

    /**
     * False when an input differs from what the law leaves of the record, and the law took it or it was erased, or a row
     * whose term is over by now has been deleted since.
     */
    private boolean mayBeShown(ArchiveRecord record, Stored stored) {
        var rating = stored.rating();
        var form = forms.byDigest(rating.formDigest()).orElseThrow();
        var template = templates.get(record.template());
        var left = form.inputs(facts(record), rating.on());
        var differing = rating.inputs().entrySet().stream()
                .filter(frozen -> !frozen.getValue().equals(left.get(frozen.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        if (differing.isEmpty()) {
            return true;
        }
        var kept = form.inputs(Facts.complete(template, record.content(), record.region(), today()), rating.on());
        var closed = !template.consentItems().isEmpty()
                && !Gate.consents(template, record.content(), today()).coversAll();
        return differing.stream()
                        .noneMatch(input -> left.containsKey(input)
                                ? !left.get(input).equals(kept.get(input))
                                : closed || kept.containsKey(input))
                && !deletedSince(record, template, stored.at());
    }

    /**
     * Whether a rating still holds; see {@link Standings}.
     *
     * @param record the subject as it is now
     */
    public Standing standing(ArchiveRecord record, Stored stored) {
        var kept = new Standings.Kept(Standings.Basis.of(stored.rating()), stored.known());
        return standings.standing(
                templates.get(record.template()), record, kept, () -> store.history(record.id()), day());
    }

    /** Whether the latest rating of a subject holds, also one whose lines may not be shown any more; absent when never rated. */
    public Optional<Standing> standing(ArchiveRecord record) {
        return store.about(record.id(), TYPE, 1).stream()
                .findFirst()
                .map(rating -> standings.standing(
                        templates.get(record.template()),
                        record,
                        new Standings.Kept(Standings.Basis.of(rating.content()), rating.createdAt()),
                        () -> store.history(record.id()),
                        day()));
    }

    /** True when a rating would have the same inputs from another content: nothing in it comes from what is left out there. */
    public boolean isSameWith(Stored stored, Content whole, Content part, String region) {
        var rating = stored.rating();
        var form = forms.byDigest(rating.formDigest()).orElseThrow();
        return form.inputs(Facts.open(whole, region), rating.on())
                .equals(form.inputs(Facts.open(part, region), rating.on()));
    }

    private boolean deletedSince(ArchiveRecord record, Template template, Instant at) {
        return !template.terms().isEmpty()
                && Gate.past(template, record.content(), store.history(record.id()), today())
                        .deletedSince(at);
    }

    /** A rating as it was kept; empty when its form is not at hand. */
    public Optional<Stored> stored(ArchiveRecord record) {
        var content = record.content();
        if (forms.byDigest(content.text("rating.formDigest")).isEmpty()) {
            return Optional.empty();
        }
        var again = RatingJson.recompute(content.text("rating.trace"), forms);
        return Optional.of(new Stored(
                record.id(),
                again.rating(),
                Instant.parse(content.text("rating.at")),
                record.createdAt(),
                content.text("rating.person"),
                again.same() && again.rating().digest().equals(content.text("rating.digest"))));
    }

    /** What would bring the subject of a rating a better grade; empty when the rating's form is not at hand. */
    public Optional<Ways> ways(Rating rating) {
        return forms.byDigest(rating.formDigest()).map(form -> Ways.of(form, rating));
    }

    /** What the subjects of a division got on average, beside a rating made there. */
    public LocalAverages shares(String region, Rating rating) {
        return shares.of(region, rating);
    }

    /**
     * @param at when it was made, as it says
     * @param known by which time it is ordered: an earlier one when the first cannot be true
     * @param same whether the trace that was kept is what its inputs give */
    public record Stored(UUID id, Rating rating, Instant at, Instant known, String person, boolean same) {}

    /** The newest form for a kind of record. */
    public RatingForm form(String type) {
        return forms.newest(type)
                .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "no rating form for " + type, type));
    }

    private synchronized Averages.Local averages(RatingForm form, String region) {
        var town = region.length() > Averages.TOWN ? region.substring(0, Averages.TOWN) : region;
        var key = form.digest() + town + today();
        var known = towns.get(key);
        if (known == null) {
            known = compute(form, town);
            towns.put(key, known);
        }
        return known;
    }

    private Averages.Local compute(RatingForm form, String region) {
        var on = today();
        return Averages.compute(store, form, region, record -> facts(record, on), clock.instant(), on);
    }

    private Facts facts(ArchiveRecord record) {
        return facts(record, today());
    }

    private Facts facts(ArchiveRecord record, LocalDate on) {
        return Facts.lawful(templates.get(record.template()), record.content(), record.region(), on);
    }

    private Draft draft(ArchiveRecord subject, Rating rating, String user, Instant at) {
        var fields = new ArrayList<FieldChange>();
        fields.add(FieldChange.set("rating.subject", subject.id().toString()));
        fields.add(FieldChange.set("rating.form", rating.formTitle()));
        fields.add(FieldChange.set("rating.formVersion", Integer.toString(rating.formVersion())));
        fields.add(FieldChange.set("rating.formDigest", rating.formDigest()));
        fields.add(FieldChange.set("rating.at", at.toString()));
        fields.add(FieldChange.set("rating.person", user));
        rating.score().ifPresent(score -> fields.add(FieldChange.set("rating.score", Numbers.plain(score))));
        if (rating.rated()) {
            fields.add(FieldChange.set("rating.grade", rating.grade()));
        }
        fields.add(FieldChange.set("rating.digest", rating.digest()));
        fields.add(FieldChange.set("rating.trace", rating.trace()));
        return new Draft(ids.next(), ids.next(), templates.get(TYPE).ref(), fields, user, at, ORIGIN, List.of());
    }

    /** Bad information that is hidden only because the clock is wrong would give a better grade than there is. */
    private void sureOfTheDay() {
        Gate.unsure(clock, store).ifPresent(why -> {
            throw new AppException(ErrorCode.REFUSED, why.code(), why.code());
        });
    }

    private SureDay day() {
        return Gate.day(clock, store);
    }

    private LocalDate today() {
        return Gate.hidingDay(clock, store);
    }
}
