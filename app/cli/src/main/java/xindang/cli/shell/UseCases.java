package xindang.cli.shell;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Conflict;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Ids;
import xindang.model.exchange.WithheldSummary;
import xindang.model.intake.Intake;
import xindang.model.intake.Undo;
import xindang.model.keeping.Archives;
import xindang.model.keeping.Erasures;
import xindang.model.keeping.Twins;
import xindang.model.law.Gate;
import xindang.model.law.Past;
import xindang.model.rating.RatingForms;
import xindang.model.rating.Ratings;
import xindang.model.region.Divisions;
import xindang.model.report.Reports;
import xindang.model.report.Surroundings;
import xindang.model.template.Audience;
import xindang.model.template.FieldText;
import xindang.model.template.Template;
import xindang.model.template.Templates;
import xindang.model.value.DivisionCode;
import xindang.persistence.Workspace;
import xindang.sync.SyncEngine;

/** An open archive with its use cases. */
public final class UseCases implements AutoCloseable {
    /** The address in a report's QR code while no platform is known. The code still contains number and digest. */
    private static final String NO_PLATFORM = "xindang:";

    /** Number of levels down to a township: province, city, county, township. */
    private static final int TO_TOWNSHIP = 4;

    private final Workspace workspace;
    private Runnable atClose = () -> {};
    private final Templates templates;
    private final Ids ids;
    private final Clock clock;

    private final Divisions divisions = Divisions.harbin();
    private final RatingForms forms = RatingForms.shipped();

    /** Sets a step that runs before the archive is closed. */
    void atClose(Runnable step) {
        atClose = step;
    }

    UseCases(Workspace workspace, Templates templates, Ids ids, Clock clock) {
        this.workspace = workspace;
        this.templates = templates;
        this.ids = ids;
        this.clock = clock;
    }

    public Workspace workspace() {
        return workspace;
    }

    public ArchiveStore store() {
        return workspace.archives();
    }

    public Archives archives() {
        return new Archives(store(), templates, divisions, ids, clock);
    }

    public Erasures erasures() {
        return new Erasures(store(), workspace.drafts(), templates, ids, clock);
    }

    public Intake intake() {
        return new Intake(templates, divisions, store(), ids, clock, DivisionCode.of(region()));
    }

    public Undo undo() {
        return new Undo(templates, store(), ids, clock);
    }

    public Ratings ratings() {
        return new Ratings(store(), templates, forms, ids, clock);
    }

    public Reports reports() {
        var surroundings = new Surroundings(
                this::fullPath,
                this::shortName,
                () -> workspace.exchange().lastExchange(),
                engine().platform()
                        .map(address -> address.toString().replaceFirst("/+$", ""))
                        .orElse(NO_PLATFORM));
        return new Reports(store(), templates, ratings(), surroundings, ids, clock);
    }

    public SyncEngine engine() {
        var http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
        return new SyncEngine(workspace.exchange(), http, clock);
    }

    public RatingForms forms() {
        return forms;
    }

    public Templates templates() {
        return templates;
    }

    public Template template(ArchiveRecord record) {
        return templates.get(record.template());
    }

    /**
     * Returns the record of an id.
     *
     * @throws AppException NOT_FOUND
     */
    public ArchiveRecord record(UUID id) {
        return store().find(id)
                .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "no record " + id, id.toString()));
    }

    public String nameOf(ArchiveRecord record) {
        return template(record)
                .subject()
                .map(paths -> record.content().text(paths.name()))
                .orElse(record.type());
    }

    /** Returns the reason why the law forbids to show the values of a conflict, or empty. */
    public Optional<Past.Reason> closes(ArchiveRecord record, Conflict conflict) {
        return Gate.past(
                        template(record),
                        record.content(),
                        store().history(record.id()),
                        Gate.hidingDay(clock, store()))
                .closes(conflict);
    }

    /** Returns the reason why the law forbids to show the present or a former value of a path, or empty. */
    public Optional<Past.Reason> closes(ArchiveRecord record, String path) {
        return Gate.past(
                        template(record),
                        record.content(),
                        store().history(record.id()),
                        Gate.hidingDay(clock, store()))
                .closes(path);
    }

    /** Returns the number and the items of withheld values. */
    public WithheldSummary withheld() {
        return WithheldSummary.of(workspace.exchange().withheld(), templates);
    }

    /** Returns a search for records of one type with the same document number. */
    public Twins twins() {
        return new Twins(store(), templates);
    }

    public FieldText fieldText(Template template, Audience audience) {
        return new FieldText(template, audience, this::fullPath);
    }

    /** Returns the full name of a place, or an empty text for a record without place. */
    public String fullPath(String region) {
        return region.isEmpty() ? "" : divisions.fullPath(DivisionCode.of(region));
    }

    public String shortName(String region) {
        return divisions.shortName(DivisionCode.of(region));
    }

    /** Returns the 12-digit region of the archive. */
    public String region() {
        return workspace.info().region();
    }

    public String user() {
        return workspace.info().user();
    }

    /** Returns the default office that signs reports, such as 五常市拉林满族镇人民政府. */
    public String issuer() {
        var path = divisions.path(DivisionCode.of(region()));
        var name = new StringBuilder();
        path.subList(Math.max(0, path.size() - 2), path.size()).forEach(division -> name.append(division.shortName()));
        return name.append(path.size() > TO_TOWNSHIP ? "村民委员会" : "人民政府").toString();
    }

    /** Returns the grade, or a dash if there is none. */
    public static String grade(String grade) {
        return grade.isEmpty() ? "—" : grade;
    }

    @Override
    public void close() {
        atClose.run();
        workspace.close();
    }
}
