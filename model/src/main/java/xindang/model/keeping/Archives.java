package xindang.model.keeping;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.Draft;
import xindang.model.archive.Durability;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Paths;
import xindang.model.archive.SaveReceipt;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Finding;
import xindang.model.common.Ids;
import xindang.model.common.Violation;
import xindang.model.exchange.RowMerge;
import xindang.model.law.ConsentRow;
import xindang.model.law.Gate;
import xindang.model.law.SureDay;
import xindang.model.region.Divisions;
import xindang.model.region.Territory;
import xindang.model.template.Checks;
import xindang.model.template.ReadingContext;
import xindang.model.template.RecordRegion;
import xindang.model.template.Template;
import xindang.model.template.Templates;
import xindang.model.value.DivisionCode;

/**
 * The use cases of records: begin, change, move, view, record consents, decide conflicts. Each write is checked against
 * the template and the law. If there is a violation, nothing is written and the result lists the violations by path.
 */
public final class Archives {
    private static final String MOVE = "move";

    private final ArchiveStore store;
    private final Templates templates;
    private final Divisions divisions;
    private final Ids ids;
    private final Clock clock;
    private final Whereabouts whereabouts;

    public Archives(ArchiveStore store, Templates templates, Divisions divisions, Ids ids, Clock clock) {
        this.store = store;
        this.templates = templates;
        this.divisions = divisions;
        this.ids = ids;
        this.clock = Gate.clock(clock, store);
        whereabouts = new Whereabouts(store, divisions);
    }

    /**
     * Begins a record.
     *
     * @param region 12 digits
     * @param typed texts as people write them, by path
     */
    public Outcome<SaveReceipt> create(String type, String region, Map<String, String> typed, String user) {
        return create(ids.next(), type, region, typed, user);
    }

    /** Begins a record with an id made earlier, such as the id of a form on screen. */
    public Outcome<SaveReceipt> create(UUID id, String type, String region, Map<String, String> typed, String user) {
        return keep(Optional.empty(), id, type, region, typed, user).map(ArchiveStore.Saved::receipt);
    }

    /**
     * Changes values of a record.
     *
     * @param typed texts by path; an empty text deletes the value
     * @throws AppException NOT_FOUND
     */
    public Outcome<SaveReceipt> edit(UUID id, Map<String, String> typed, String user) {
        return keep(target(found(id)), typed, user, "edit").map(ArchiveStore.Saved::receipt);
    }

    /**
     * Begins or changes a record that the caller has just read. A form saves by this method.
     *
     * @param known the record as it was read; empty when it does not exist yet
     * @return the receipt, and the content of the record after the save
     */
    public Outcome<ArchiveStore.Saved> keep(
            Optional<ArchiveRecord> known,
            UUID id,
            String type,
            String region,
            Map<String, String> typed,
            String user) {
        return known.map(record -> keep(target(record), typed, user, "edit"))
                .orElseGet(() -> keep(
                        new Target(id, templates.get(type), region, Content.EMPTY),
                        Whereabouts.placed(templates.get(type), region, typed),
                        user,
                        "screen"));
    }

    /**
     * Moves a subject to a place outside the archive. The archive of that place receives the whole record at its next
     * exchange. This archive can then show the record but not change it.
     *
     * @throws AppException NOT_FOUND
     */
    public Outcome<SaveReceipt> move(UUID id, Departure departure, String user) {
        var target = target(found(id));
        var moved = whereabouts.moved(target.template(), target.before());
        if (moved.isPresent()) {
            return Outcome.refused(List.of(moved.get()), List.of());
        }
        var act = new Target(ids.next(), templates.get(MOVE), target.region(), Content.EMPTY);
        return new Leaving(divisions, Territory.of(store.region()), day().records())
                .read(target.template(), id, target.before(), departure)
                // save the record of the move first: after the move its subject is outside
                .map(move -> store.save(List.of(
                        draft(act, move.act(user, clock.instant()), user, MOVE, List.of()),
                        draft(target, move.fields(), user, MOVE, List.of()))));
    }

    /** Returns the result of {@link #edit} without writing, for a form that checks during typing. */
    public Outcome<Content> check(UUID id, Map<String, String> typed) {
        return check(target(found(id)), typed);
    }

    /** Returns the result of {@link #create} without writing. */
    public Outcome<Content> check(String type, String region, Map<String, String> typed) {
        return check(
                new Target(new UUID(0, 0), templates.get(type), region, Content.EMPTY),
                Whereabouts.placed(templates.get(type), region, typed));
    }

    /** Saves drafts of other parts of the program, all or none, after the same checks. */
    public Outcome<SaveReceipt> save(List<Draft> drafts) {
        var violations = new ArrayList<Finding>();
        var warnings = new ArrayList<Finding>();
        var contents = new HashMap<UUID, Content>();
        for (var draft : drafts) {
            var template = templates.get(draft.template());
            var before = contents.computeIfAbsent(
                    draft.record(),
                    id -> store.find(id).map(ArchiveRecord::content).orElse(Content.EMPTY));
            var after = before.with(draft.fields());
            contents.put(draft.record(), after);
            var target = new Target(draft.record(), template, region(draft, template, after), before);
            var changed = draft.fields().stream()
                    .filter(field -> !field.before().equals(field.after()))
                    .toList();
            violations.addAll(TypedValues.unreadable(template, after, changed, context(target)));
            judge(target, after, violations, warnings);
            // A decision chooses between two values that were written before.
            violations.addAll(
                    draft.resolves().isEmpty()
                            ? rewritten(target, after)
                            : Gate.consentDecision(
                                    template, before, after, draft.decided(store.conflicts()), day().hides()));
        }
        return violations.isEmpty()
                ? Outcome.done(store.save(drafts), warnings)
                : Outcome.refused(violations, warnings);
    }

    /**
     * Records a consent that a person gave.
     *
     * @param values values of the row by field id: {@code use}, {@code receiver}, {@code purpose}, {@code blocks},
     *     {@code noticeAt}, {@code signedAt}, {@code until}, {@code reference}; blank ones are left out
     */
    public Outcome<SaveReceipt> giveConsent(UUID id, Map<String, String> values, String user) {
        var kind = values.getOrDefault("reference", "").isBlank() ? ConsentRow.SIGNED : ConsentRow.PAPER;
        return consent(target(found(id)), kind, values, user);
    }

    /** Records that a person refused. The values are those of {@link #giveConsent}, and {@code reason}. */
    public Outcome<SaveReceipt> refuseConsent(UUID id, Map<String, String> values, String user) {
        return consent(target(found(id)), ConsentRow.REFUSED, values, user);
    }

    /**
     * Records that a person withdrew a consent (个人信息保护法 article 15). Refuses a withdrawal that ends no consent, because
     * people would believe that it had an effect.
     *
     * @param values those of {@link #refuseConsent}
     */
    public Outcome<SaveReceipt> withdrawConsent(UUID id, Map<String, String> values, String user) {
        return consent(target(found(id)), ConsentRow.WITHDRAWN, values, user);
    }

    private Outcome<SaveReceipt> consent(Target target, String kind, Map<String, String> values, String user) {
        var row = "c" + ids.next().toString().replace("-", "").substring(20);
        var typed = new HashMap<String, String>();
        values.forEach((field, text) -> {
            if (!text.isBlank()) {
                typed.put(Paths.of(ConsentRow.GROUP, row, field), text);
            }
        });
        typed.put(Paths.of(ConsentRow.GROUP, row, "kind"), kind);
        typed.putIfAbsent(Paths.of(ConsentRow.GROUP, row, "by"), user);
        var checked = check(target, typed);
        if (!checked.isDone()) {
            return Outcome.refused(checked.violations(), checked.warnings());
        }
        var act = Gate.consentActs(checked.get()).stream()
                .filter(candidate -> candidate.key().equals(row))
                .findFirst()
                .orElseThrow();
        var wrong = ConsentActRules.wrong(act);
        if (wrong.isPresent()) {
            return Outcome.refused(List.of(wrong.get()), checked.warnings());
        }
        return keep(target, typed, user, "consent").map(ArchiveStore.Saved::receipt);
    }

    /**
     * Decides a conflict. If the law locks its values, only {@link Resolution#KEPT} is allowed, because a person cannot
     * choose between hidden values.
     *
     * @throws AppException NOT_FOUND when the conflict is decided already or does not exist
     */
    public Outcome<SaveReceipt> resolve(UUID conflict, Resolution resolution, String user) {
        var open = store.conflicts().stream()
                .filter(candidate -> candidate.id().equals(conflict))
                .findFirst()
                .orElseThrow(
                        () -> new AppException(ErrorCode.NOT_FOUND, "no conflict " + conflict, conflict.toString()));
        var target = target(found(open.record()));
        var past = Gate.past(target.template(), target.before(), store.history(open.record()), day().hides());
        var reason = past.closes(open);
        if (resolution.isKept()) {
            // a person who sees no values makes no statement about them
            var seen =
                    reason.isPresent() ? List.<FieldChange>of() : resolution.stated(open, target.before(), List.of());
            return save(List.of(draft(target, seen, user, "resolve", List.of(conflict))));
        }
        var closed = reason.flatMap(resolution::closedBy);
        if (closed.isPresent()) {
            return Outcome.refused(open.path(), closed.get());
        }
        var decided = decided(open, resolution, target);
        if (!decided.isDone()) {
            return Outcome.refused(decided.violations(), decided.warnings());
        }
        var fields = target.before().changesTo(decided.get());
        if (past.isOver(open.path())
                && fields.stream().anyMatch(field -> field.after().isPresent())) {
            return Outcome.refused(open.path(), Violation.of("law.term.gone"));
        }
        var stated = resolution.stated(open, target.before(), fields);
        return save(List.of(draft(target, stated, user, "resolve", List.of(conflict))));
    }

    /** Returns the content of the record after a decision that changes it. */
    private Outcome<Content> decided(Conflict open, Resolution resolution, Target target) {
        var before = target.before();
        if (!resolution.isTyped()) {
            return Outcome.done(
                    open.isRow()
                            ? resolution.ofRow(open, before)
                            : before.with(
                                    open.path(), resolution.of(open, before).orElse(null)),
                    List.of());
        }
        var typed = Map.of(open.path(), resolution.of(open, before).orElse(""));
        var read = TypedValues.read(target.template(), before, typed, context(target));
        var violations = new ArrayList<>(read.violations());
        violations.addAll(rewritten(target, read.content()));
        return violations.isEmpty()
                ? Outcome.done(read.content(), read.warnings())
                : Outcome.refused(violations, read.warnings());
    }

    private List<Finding> rewritten(Target target, Content after) {
        return Gate.consentRows(target.template(), target.before(), after, day().records());
    }

    /**
     * Returns a record for reading. Writes the reader and the purpose into the query log (征信业管理条例 article 20).
     *
     * @throws AppException NOT_FOUND
     */
    public Outcome<ArchiveRecord> view(UUID id, String purpose, String user) {
        var record = found(id);
        return logged(record, "view", purpose, "", user).map(receipt -> record);
    }

    /** Writes into the query log that a record was printed or exported. */
    public Outcome<SaveReceipt> log(UUID id, Use use, String purpose, String report, String user) {
        return logged(found(id), use.code, purpose, report, user);
    }

    /** The way a record was passed on. */
    public enum Use {
        PRINT("print"),
        EXPORT("export");

        private final String code;

        Use(String code) {
            this.code = code;
        }
    }

    private Outcome<SaveReceipt> logged(ArchiveRecord record, String kind, String purpose, String report, String user) {
        var refused = QueryLog.refused(purpose);
        if (refused.isPresent()) {
            return Outcome.refused("query.purpose", refused.get());
        }
        var values = QueryLog.values(record.id(), kind, purpose, user, report, clock.instant());
        var target = new Target(ids.next(), templates.get("query"), record.region(), Content.EMPTY);
        var fields = Content.EMPTY.changesTo(Content.of(values));
        var entry = draft(target, fields, user, "query", List.of());
        return Outcome.done(QueryLog.entered(() -> store.save(List.of(entry))), List.of());
    }

    /** The record that a write changes. */
    private record Target(UUID id, Template template, String region, Content before) {}

    private Target target(ArchiveRecord record) {
        return new Target(record.id(), templates.get(record.template()), record.region(), record.content());
    }

    private ArchiveRecord found(UUID id) {
        return store.find(id)
                .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "no record " + id, id.toString()));
    }

    private Outcome<ArchiveStore.Saved> keep(Target target, Map<String, String> typed, String user, String origin) {
        var checked = check(target, typed);
        if (!checked.isDone()) {
            return Outcome.refused(checked.violations(), checked.warnings());
        }
        var fields = target.before().changesTo(checked.get());
        var saved = fields.isEmpty()
                ? new ArchiveStore.Saved(new SaveReceipt(List.of(), clock.instant(), Durability.LOCAL), target.before())
                : store.saveOne(draft(target, fields, user, origin, List.of()));
        return Outcome.done(saved, checked.warnings());
    }

    private Outcome<Content> check(Target target, Map<String, String> typed) {
        var read = TypedValues.read(target.template(), target.before(), typed, context(target));
        var violations = new ArrayList<>(read.violations());
        var warnings = new ArrayList<>(read.warnings());
        judge(target, read.content(), violations, warnings);
        violations.addAll(rewritten(target, read.content()));
        violations.removeIf(finding -> TypedValues.isEcho(finding, read.violations()));
        return violations.isEmpty() ? Outcome.done(read.content(), warnings) : Outcome.refused(violations, warnings);
    }

    private void judge(Target target, Content after, List<Finding> violations, List<Finding> warnings) {
        var today = day().hides();
        violations.addAll(Gate.record(target.template(), target.before(), after, today));
        violations.addAll(whereabouts.refused(target.template(), target.id(), target.before(), after));
        Checks.of(target.template(), after, today)
                .forEach(odd -> warnings.add(new Finding(odd.path(), odd.violation())));
    }

    private Draft draft(Target target, List<FieldChange> fields, String user, String origin, List<UUID> resolves) {
        return new Draft(
                ids.next(),
                target.id(),
                target.template().ref(),
                RowMerge.withStaying(target.before(), fields),
                user,
                clock.instant(),
                origin,
                resolves);
    }

    private String region(Draft draft, Template template, Content after) {
        return RecordRegion.of(template, after)
                .or(() -> store.find(draft.record()).map(ArchiveRecord::region))
                .orElse("");
    }

    private ReadingContext context(Target target) {
        return new ReadingContext(day().hides(), divisions, around(target.region()), "");
    }

    /** Returns where village names are looked up: the township of the record. */
    private DivisionCode around(String region) {
        if (region.isEmpty()) {
            return divisions.root().code();
        }
        var code = DivisionCode.of(region);
        return code.digits().length() == 12 ? code.parent().orElse(code) : code;
    }

    /** Returns today's date, as a sure day for hiding and for deleting. */
    public SureDay day() {
        return Gate.day(clock, store);
    }
}
