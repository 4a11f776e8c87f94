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
 * Rates archives and stores each rating as a record of its own. Items without consent are absent for the form, as if
 * they were never collected.
 */
public final class Ratings {
    /** Template of the rating records. */
    public static final String TYPE = "rating";

    private static final String ORIGIN = "rating";
    /** Number of ratings in a save: the pages that it changes still are in memory when it ends. */
    private static final int BATCH = 500;

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
     * Rates one subject and saves the rating. The averages of its town are computed once a day by this object.
     *
     * @throws AppException NOT_FOUND when there is no such record or no form for its type; REFUSED when it moved out,
     *     when a later version of the program wrote parts of it that may affect the grade, or while the day is not sure
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

    /** Returns a rating without saving it. */
    public Rating preview(ArchiveRecord record, RatingForm form) {
        return Scoring.rate(form, facts(record), averages(form, record.region()).at(record.region()), today());
    }

    /**
     * Rates every record of a form's type in a region: one pass for the averages, one for the ratings. Saves in batches
     * that are large enough to make disk flushes rare. Records with parts written by a later version of the program
     * keep their present rating.
     *
     * @param region prefix of the division code
     * @param progress may cancel between records; ratings already saved stay saved
     * @throws AppException REFUSED while the day is not sure
     */
    public Rated rateRegion(RatingForm form, String region, String user, Progress progress) {
        sureOfTheDay();
        var local = compute(form, region);
        var at = clock.instant();
        var on = today();
        var rating = new Regional(form, local, user, at, on, progress);
        store.duringMany(local.subjects(), () -> rating.run(store.counts(form.type(), region)));
        return new Rated(rating.done, rating.sealed, local.subjects(), rating.grades);
    }

    /** The rating of a region in progress. */
    private final class Regional {
        private final RatingForm form;
        private final Averages.Local local;
        private final String user;
        private final Instant at;
        private final LocalDate on;
        private final Progress progress;
        private final Map<String, Long> grades = new TreeMap<>();
        private final List<Draft> drafts = new ArrayList<>();
        private long done;
        private long sealed;

        Regional(RatingForm form, Averages.Local local, String user, Instant at, LocalDate on, Progress progress) {
            this.form = form;
            this.local = local;
            this.user = user;
            this.at = at;
            this.on = on;
            this.progress = progress;
        }

        void run(List<ArchiveStore.RegionCount> regions) {
            for (var division : regions) {
                if (progress.cancelled()) {
                    break;
                }
                store.each(form.type(), division.region(), record -> {
                    if (record.region().equals(division.region()) && !progress.cancelled()) {
                        rate(record);
                    }
                });
                progress.at("rating.rate", done + drafts.size(), local.subjects());
                while (drafts.size() >= BATCH) {
                    store.save(next(BATCH));
                }
            }
            if (!drafts.isEmpty()) {
                store.save(next(drafts.size()));
            }
        }

        private void rate(ArchiveRecord record) {
            if (record.isPartlySealed()) {
                sealed++;
                return;
            }
            var rating = Scoring.rate(form, facts(record, on), local.at(record.region()), on);
            grades.merge(rating.grade(), 1L, Long::sum);
            drafts.add(draft(record, rating, user, at));
        }

        /** Takes the first of the waiting ratings. */
        private List<Draft> next(int count) {
            var first = drafts.subList(0, count);
            var batch = List.copyOf(first);
            first.clear();
            done += count;
            return batch;
        }
    }

    /**
     * The result of rating a region.
     *
     * @param done number of rated records
     * @param sealed number of records that keep their present rating, because a later version of the program wrote
     *     parts of them
     * @param total number of all records
     * @param grades number of records by grade; {@code ""} is not rated
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
     * Returns the latest rating of a subject, computed again from its stored inputs. Absent when an input may no longer
     * be shown, because its lines would show it; the subject must be rated again.
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
     * Returns true if all inputs equal those of the lawful content. Otherwise returns false if the law hides a
     * differing input, if its value was erased, or if an expired row was deleted after the rating.
     */
    private boolean mayBeShown(ArchiveRecord record, Stored stored) {
        var rating = stored.rating();
        var form = forms.byDigest(rating.formDigest()).orElseThrow();
        var template = templates.get(record.template());
        var lawful = form.inputs(facts(record), rating.on());
        var differing = rating.inputs().entrySet().stream()
                .filter(frozen -> !frozen.getValue().equals(lawful.get(frozen.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        if (differing.isEmpty()) {
            return true;
        }
        var kept = form.inputs(Facts.complete(template, record.content(), record.region(), today()), rating.on());
        var closed = !template.consentItems().isEmpty()
                && !Gate.consents(template, record.content(), today()).coversAll();
        return differing.stream()
                        .noneMatch(input -> lawful.containsKey(input)
                                ? !lawful.get(input).equals(kept.get(input))
                                : closed || kept.containsKey(input))
                && !deletedSince(record, template, stored.at());
    }

    /**
     * Returns whether a rating is valid; see {@link Standings}.
     *
     * @param record the present subject
     */
    public Standing standing(ArchiveRecord record, Stored stored) {
        var kept = new Standings.Kept(Standings.Basis.of(stored.rating()), stored.known());
        return standings.standing(
                templates.get(record.template()), record, kept, () -> store.history(record.id()), day());
    }

    /**
     * Returns whether the latest rating of a subject is valid, even if its lines may no longer be shown; absent when
     * never rated.
     */
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

    /**
     * Returns whether a rating has the same inputs from both contents, so that it contains nothing of the part left
     * out.
     */
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

    /** Returns a stored rating; empty when the program does not have its form. */
    public Optional<Stored> stored(ArchiveRecord record) {
        var content = record.content();
        if (forms.byDigest(content.text("rating.formDigest")).isEmpty()) {
            return Optional.empty();
        }
        var again = RatingJson.recompute(content.text("rating.inputs"), forms);
        return Optional.of(new Stored(
                record.id(),
                again,
                Instant.parse(content.text("rating.at")),
                record.createdAt(),
                content.text("rating.person"),
                again.digest().equals(content.text("rating.digest"))));
    }

    /** Returns ways to a better grade for a rating; empty when the program does not have its form. */
    public Optional<Ways> ways(Rating rating) {
        return forms.byDigest(rating.formDigest()).map(form -> Ways.of(form, rating));
    }

    /** Returns the average result of the subjects of a division, for comparison with a rating. */
    public LocalAverages shares(String region, Rating rating) {
        return shares.of(region, rating);
    }

    /**
     * @param at time of the rating, as stored in it
     * @param known time by which it is ordered; earlier than {@code at} when that cannot be true
     * @param same whether the trace computed now has the stored digest; otherwise this program computes other points, and the
     *     stored grade stays valid
     */
    public record Stored(UUID id, Rating rating, Instant at, Instant known, String person, boolean same) {}

    /** Returns the newest form for a type of record. */
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
        fields.add(FieldChange.set("rating.inputs", RatingJson.basis(rating)));
        return new Draft(ids.next(), ids.next(), templates.get(TYPE).ref(), fields, user, at, ORIGIN, List.of());
    }

    /** Refuses while the day is not sure: a wrong clock could hide bad information and give a better grade. */
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
