package xindang.model.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Standing;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.model.common.ErrorCode;
import xindang.model.common.Ids;
import xindang.model.common.Violation;
import xindang.model.keeping.QueryLog;
import xindang.model.keeping.Twins;
import xindang.model.law.Gate;
import xindang.model.law.HiddenChild;
import xindang.model.law.PassOn;
import xindang.model.law.TextDoor;
import xindang.model.rating.LocalAverages;
import xindang.model.rating.Ratings;
import xindang.model.region.Divisions;
import xindang.model.region.Territory;
import xindang.model.template.Audience;
import xindang.model.template.Checks;
import xindang.model.template.Field;
import xindang.model.template.FieldText;
import xindang.model.template.IncompleteRows;
import xindang.model.template.Oddity;
import xindang.model.template.Template;
import xindang.model.template.Templates;

/**
 * Makes reports from archives and records the issued ones. A report is made from a description. It is lawful and masked
 * for its reader before a layout receives it. Each issued report is in the query log of its subject.
 */
public final class Reports {
    private static final DateTimeFormatter NUMBER_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final int TOWN = 9;
    private static final int BRIEF = 16;
    private static final int QUERIES = 40;
    private static final String ORIGIN = "report";

    private final ArchiveStore store;
    private final Templates templates;
    private final Ratings ratings;
    private final Surroundings surroundings;
    private final Ids ids;
    private final Twins twins;
    private final Clock clock;
    private final List<ReportDescription> descriptions = ReportDescription.shipped();
    private final AtomicLong serial = new AtomicLong(-1);

    public Reports(
            ArchiveStore store, Templates templates, Ratings ratings, Surroundings surroundings, Ids ids, Clock clock) {
        this.store = store;
        this.templates = templates;
        this.ratings = ratings;
        this.surroundings = surroundings;
        this.ids = ids;
        this.clock = Gate.clock(clock, store);
        twins = new Twins(store, templates);
    }

    /**
     * Prepares a report. Nothing is saved before {@link #issued}.
     *
     * @throws AppException NOT_FOUND when there is no such record
     */
    public ReportOutcome prepare(UUID subject, Request request) {
        var record = store.find(subject)
                .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "no record " + subject, subject.toString()));
        var violations = check(record, request);
        if (!violations.isEmpty()) {
            return ReportOutcome.refused(violations);
        }
        var description = description(request.kind()).orElseThrow();
        var dossier = dossier(record, request);
        var content = content(description, dossier);
        return ReportOutcome.of(new Prepared(
                content, subject, record.region(), request, dossier.rating().map(Ratings.Stored::id)));
    }

    private List<Violation> check(ArchiveRecord record, Request request) {
        var violations = new ArrayList<Violation>();
        Gate.unsure(clock, store).ifPresent(violations::add);
        Territory.of(store.region())
                .refusal(record.region(), Divisions.harbin())
                .ifPresent(violations::add);
        if (request.purpose().isBlank()) {
            violations.add(Violation.of("report.purpose.missing"));
        }
        if (request.person().isBlank()) {
            violations.add(Violation.of("report.person.missing"));
        }
        if (request.issuer().isBlank()) {
            violations.add(Violation.of("report.issuer.missing"));
        }
        if (request.audience() == Audience.RECIPIENT && request.recipient().isBlank()) {
            violations.add(Violation.of("report.recipient.missing"));
        }
        if (request.audience() == Audience.PUBLIC) {
            violations.add(Violation.of("report.audience.public"));
        }
        if (description(request.kind())
                .filter(description -> description.type().equals(record.type()))
                .isEmpty()) {
            violations.add(Violation.of(
                    "report.kind.unfit",
                    description(request.kind()).map(ReportDescription::title).orElse(request.kind())));
        }
        passOn(record, request).flatMap(PassOn::refusal).ifPresent(violations::add);
        for (var words : List.of(request.purpose(), request.issuer(), request.recipient())) {
            Gate.words(TextDoor.TEXT, words).ifPresent(violations::add);
        }
        Gate.words(TextDoor.NAME, request.person()).ifPresent(violations::add);
        oddities(record).stream()
                .filter(Oddity::stops)
                .map(Oddity::violation)
                .distinct()
                .forEach(violations::add);
        return violations;
    }

    /** Returns unusual values among those that may be shown. No report is made while one of them stops it. */
    public List<Oddity> oddities(ArchiveRecord record) {
        var template = templates.get(record.template());
        var lawful = Gate.lawful(template, record.content(), today());
        var found = new ArrayList<>(Checks.of(template, lawful.content(), today()));
        lawful.children().forEach(child -> found.add(kept(template, child)));
        twins.of(record)
                .forEach(twin -> found.add(new Oddity(
                        template.subjectPaths().number(),
                        Violation.of(
                                "record.number.twin",
                                twin.name(),
                                surroundings.fullPath().apply(twin.region())),
                        true)));
        return List.copyOf(found);
    }

    /**
     * Makes the note about a child with more values than may be collected. They are not shown, so the note stops no
     * report.
     */
    private static Oddity kept(Template template, HiddenChild child) {
        var labels = child.paths().stream()
                .map(path -> template.field(path).map(Field::label).orElse(path))
                .collect(Collectors.joining("、"));
        return new Oddity(child.row() + ".name", Violation.of("law.child.kept", child.name(), labels), false);
    }

    /**
     * Returns the part of a record that a request passes on to a receiver outside the office; empty when there is no
     * such receiver.
     */
    private Optional<PassOn> passOn(ArchiveRecord record, Request request) {
        var template = templates.get(record.template());
        return request.receiver(record.content().text(template.subjectPaths().name()))
                .map(receiver -> Gate.passOn(template, record.content(), receiver, request.purpose(), today()));
    }

    private Dossier dossier(ArchiveRecord record, Request request) {
        var template = templates.get(record.template());
        var today = today();
        var lawful = Gate.lawful(template, record.content(), today).content();
        var passOn = passOn(record, request);
        var content = passOn.map(PassOn::content).orElse(lawful);
        var rating = Optional.of(record)
                .filter(read -> !read.isPartlySealed())
                .flatMap(read -> ratings.latest(read.id()))
                .filter(stored ->
                        content.equals(lawful) || ratings.isSameWith(stored, lawful, content, record.region()));
        var standing = rating.map(stored -> ratings.standing(record, stored));
        return new Dossier(
                record,
                template,
                IncompleteRows.without(template, content),
                IncompleteRows.counts(template, content),
                passOn.<Predicate<String>>map(open -> open::covers)
                        .orElseGet(() -> Gate.consents(template, record.content(), today)::covers),
                new FieldText(template, request.audience(), surroundings.fullPath()),
                request,
                surroundings,
                rating.filter(stored -> standing.equals(Optional.of(Standing.CURRENT))),
                standing.filter(found -> found != Standing.CURRENT),
                rating.map(stored -> ratings.shares(record.region(), stored.rating()))
                        .orElse(LocalAverages.NONE),
                store.about(record.id(), "query", QUERIES),
                clock.instant(),
                clock.getZone());
    }

    private ReportContent content(ReportDescription description, Dossier dossier) {
        var sections = Stream.concat(
                        SealedParts.section(dossier).stream(),
                        description.parts().stream().flatMap(part -> part.section(dossier).stream()))
                .toList();
        var number = number(dossier);
        var content = new ReportContent(
                description.kind(),
                description.title(),
                number,
                dossier.request().issuer(),
                dossier.at(),
                asOf(dossier),
                surroundings.synced().get(),
                subject(description, dossier),
                RatingParts.hero(dossier, description.scoreNote()),
                description.cover(),
                sections,
                new ReportContent.Usage(
                        dossier.request().purpose(),
                        dossier.request().person(),
                        dossier.fill(description.limits()),
                        dossier.request().person() + "\u3000" + dossier.minute(dossier.at())),
                dossier.fill(description.disclaimer()),
                "",
                "",
                "");
        return sealed(content, ReportJson.write(dossier, content));
    }

    private ReportContent sealed(ReportContent content, String data) {
        var digest = Digest.of(data);
        return new ReportContent(
                content.kind(),
                content.title(),
                content.number(),
                content.issuer(),
                content.issuedAt(),
                content.dataAsOf(),
                content.syncedAt(),
                content.subject(),
                content.hero(),
                content.cover(),
                content.sections(),
                content.usage(),
                content.disclaimer(),
                surroundings.verifyAt() + "/r/" + content.number() + "?d=" + digest.substring(0, BRIEF),
                data,
                digest);
    }

    private static ReportContent.Subject subject(ReportDescription description, Dossier dossier) {
        var paths = dossier.template().subjectPaths();
        var second = description.secondLine().stream()
                .map(dossier::fill)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("，"));
        return new ReportContent.Subject(
                paths.label(),
                dossier.show(paths.name()),
                second,
                description.numberLabel(),
                dossier.show(paths.number()));
    }

    private static Instant asOf(Dossier dossier) {
        var changed = dossier.record().updatedAt();
        return dossier.rating()
                .map(Ratings.Stored::at)
                .filter(changed::isBefore)
                .orElse(changed);
    }

    /** Returns town, time, device and serial, which are unique without a network. */
    private String number(Dossier dossier) {
        var region = dossier.record().region();
        return region.substring(0, Math.min(TOWN, region.length()))
                + "-"
                + NUMBER_TIME.format(dossier.at().atZone(dossier.zone()))
                + "-"
                + store.device().replace("-", "").toUpperCase(Locale.ROOT)
                + "-"
                + String.format(Locale.ROOT, "%04d", nextSerial());
    }

    private long nextSerial() {
        if (serial.get() < 0) {
            var issued = store.counts("report", "").stream()
                    .mapToLong(ArchiveStore.RegionCount::records)
                    .sum();
            serial.compareAndSet(-1, issued);
        }
        return serial.incrementAndGet();
    }

    /** The way in which a report leaves the office. */
    public enum Medium {
        PRINT,
        EXPORT
    }

    /**
     * Records issued reports, and a query of each subject, in one save.
     *
     * @throws AppException STALE when the consent to pass one of them on has ended since it was prepared; then none of
     *     them may leave the office
     */
    public void issued(List<Prepared> reports, Medium medium) {
        reports.forEach(this::requireConsent);
        var drafts = new ArrayList<Draft>();
        for (var report : reports) {
            drafts.add(draft("report", report, reportFields(report)));
            drafts.add(draft("query", report, queryFields(report, medium)));
        }
        if (!drafts.isEmpty()) {
            QueryLog.entered(() -> store.save(drafts));
        }
    }

    private void requireConsent(Prepared report) {
        var ended = store.find(report.subject())
                .flatMap(record -> passOn(record, report.request()))
                .flatMap(PassOn::refusal);
        if (ended.isPresent()) {
            throw new AppException(
                    ErrorCode.STALE, "consent ended: " + ended.get().code());
        }
    }

    private static List<FieldChange> reportFields(Prepared report) {
        var content = report.content();
        var fields = new ArrayList<>(List.of(
                FieldChange.set("report.subject", report.subject().toString()),
                FieldChange.set("report.number", content.number()),
                FieldChange.set("report.kind", content.kind()),
                FieldChange.set("report.purpose", content.usage().purpose()),
                FieldChange.set(
                        "report.audience", report.request().audience().name().toLowerCase(Locale.ROOT)),
                FieldChange.set("report.digest", content.digest()),
                FieldChange.set("report.at", content.issuedAt().toString()),
                FieldChange.set("report.issuer", content.issuer()),
                FieldChange.set("report.person", content.usage().person())));
        report.rating().ifPresent(rating -> fields.add(FieldChange.set("report.rating", rating.toString())));
        recipient(report).ifPresent(name -> fields.add(FieldChange.set("report.recipient", name)));
        return fields;
    }

    private static List<FieldChange> queryFields(Prepared report, Medium medium) {
        var content = report.content();
        var fields = new ArrayList<>(List.of(
                FieldChange.set("query.subject", report.subject().toString()),
                FieldChange.set("query.kind", medium.name().toLowerCase(Locale.ROOT)),
                FieldChange.set("query.purpose", content.usage().purpose()),
                FieldChange.set("query.person", content.usage().person()),
                FieldChange.set("query.report", content.number()),
                FieldChange.set("query.at", content.issuedAt().toString())));
        recipient(report).ifPresent(name -> fields.add(FieldChange.set("query.recipient", name)));
        return fields;
    }

    private static Optional<String> recipient(Prepared report) {
        return Optional.of(report.request().recipient()).filter(name -> !name.isBlank());
    }

    private Draft draft(String type, Prepared report, List<FieldChange> fields) {
        return new Draft(
                ids.next(),
                ids.next(),
                template(type).ref(),
                fields,
                report.request().person(),
                report.content().issuedAt(),
                ORIGIN,
                List.of());
    }

    private Template template(String type) {
        return templates.get(type);
    }

    private Optional<ReportDescription> description(String kind) {
        return descriptions.stream()
                .filter(description -> description.kind().equals(kind))
                .findFirst();
    }

    private LocalDate today() {
        return Gate.hidingDay(clock, store);
    }
}
