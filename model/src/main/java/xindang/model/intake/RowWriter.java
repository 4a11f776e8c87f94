package xindang.model.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Content;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Paths;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;
import xindang.model.common.Ids;
import xindang.model.common.Violation;
import xindang.model.exchange.RowMerge;
import xindang.model.law.Gate;
import xindang.model.law.SureDay;
import xindang.model.region.Divisions;
import xindang.model.template.Audience;
import xindang.model.template.Checks;
import xindang.model.template.Derivation;
import xindang.model.template.Field;
import xindang.model.template.FieldReader;
import xindang.model.template.FieldText;
import xindang.model.template.Oddity;
import xindang.model.template.Template;
import xindang.model.value.DivisionCode;
import xindang.model.value.PlainText;

/** Makes the draft of an accepted row: a new record, an update of the different values, or no draft. */
final class RowWriter {
    private final Template template;
    private final List<Column> columns;
    private final IntakeOptions options;
    private final ArchiveStore store;
    private final Divisions divisions;
    private final Ids ids;
    private final Instant at;
    private final LocalDate today;
    /** Whether the archive has no record of the type yet. Then no record needs to be looked up. */
    private final boolean first;

    private final String region;
    /** Author, day and source of a new record. */
    private final Map<String, String> opened;

    private final Lists lists;
    private final Contradicted contradicted;
    private final Papers papers;
    private final Optional<MemberGroup> members;
    private final NewerWork newer;
    private final FieldText text;
    private final List<ChangedValue> changed = new ArrayList<>();
    private final ConsentNeeded consentNeeded;
    private final Terms terms;
    private int created;
    private int updated;
    private int unchanged;
    private int withdrawn;

    RowWriter(
            Template template,
            List<Column> columns,
            IntakeOptions options,
            ArchiveStore store,
            Divisions divisions,
            Ids ids,
            SureDay day,
            Instant at) {
        this.template = template;
        this.columns = columns;
        this.options = options;
        this.store = store;
        this.divisions = divisions;
        first = store.counts(template.id(), "").isEmpty()
                && !store.hasUndone(template.id())
                && !hasMoved(store, template);
        this.ids = ids;
        this.at = at;
        today = day.hides();
        this.terms = new Terms(template, columns, today, !day.isAhead());
        this.region = template.place().orElse("");
        this.opened = known(Map.of(
                "file.openedOn", day.records().toString(), "file.openedBy", options.user(), "file.source", "import"));
        this.lists = new Lists(template, columns);
        this.consentNeeded = new ConsentNeeded(template, lists, today);
        this.contradicted = new Contradicted(template, columns);
        this.papers = new Papers(template, options, day);
        members = MemberGroup.of(template);
        this.newer = new NewerWork(store);
        this.text = new FieldText(template, Audience.SELF, code -> divisions.fullPath(DivisionCode.of(code)));
    }

    private static boolean hasMoved(ArchiveStore store, Template template) {
        var moved = new RecordFilter(template.id(), "", "", Set.of(RecordSummary.Status.MOVED));
        return store.list(moved, RecordFilter.Window.first(1)).total() > 0;
    }

    /** Returns the values for which the template has a field. */
    private Map<String, String> known(Map<String, String> values) {
        var known = new TreeMap<>(values);
        known.keySet().removeIf(path -> template.field(path).isEmpty());
        return known;
    }

    /** The result of a row; no draft when it changes nothing. */
    record Written(Optional<Draft> draft, List<Problem> warnings) {}

    /** Returns whether the archive has no record of the type yet. */
    boolean isFirst() {
        return first;
    }

    Written write(RowReader.Read written, Optional<ArchiveStore.Known> known) {
        var found = existing(written, known);
        // of an undone import, nothing is left but the record itself
        var before = found.filter(record -> !record.isUndone());
        var stored = found.map(ArchiveRecord::content).orElse(Content.EMPTY);
        var base = before.map(ArchiveRecord::content).orElse(Content.EMPTY);
        var read = MemberRows.placed(members, base, written);
        var warnings = new ArrayList<>(read.warnings());
        var values = new TreeMap<>(base.asMap());
        warnings.addAll(lists.put(values, read.values(), read));
        unverified(read, values, warnings);
        closed(read, papers.add(base, read, values), warnings);
        consentNeeded.write(read, values, warnings);
        if (before.isEmpty()) {
            opened.forEach((path, value) -> {
                if (!isUnread(read, path)) {
                    values.putIfAbsent(path, value);
                }
            });
            template.place().ifPresent(path -> values.putIfAbsent(path, read.region()));
        }
        var derived = Derivation.derive(template, Content.of(values), today);
        warnings.addAll(contradicted.by(derived, read));
        var content = terms.within(read, base, derived, warnings);
        if (before.isPresent()) {
            content = withNewerWork(read, before.get(), values, content, warnings);
            moved(read, before.get(), content).ifPresent(warnings::add);
        }
        for (var odd : Checks.of(template, content, today)) {
            warnings.add(odd(read, odd));
        }
        var changes = RowMerge.withStaying(stored, stored.changesTo(content));
        if (changes.isEmpty()) {
            unchanged++;
            return new Written(Optional.empty(), warnings);
        }
        if (before.isPresent()) {
            updated++;
            changed.addAll(ChangedValue.of(
                    before.get().id(),
                    read,
                    changes,
                    shownBefore(base),
                    Gate.lawful(template, content, today).content()));
        } else {
            created++;
        }
        var draft = new Draft(
                ids.next(),
                found.map(ArchiveRecord::id).orElseGet(() -> recordId(read)),
                template.ref(),
                changes,
                options.user(),
                at,
                Imports.ORIGIN,
                List.of());
        return new Written(Optional.of(draft), warnings);
    }

    /** Returns the values before the row that may be shown: none of a row that the file shows to be expired. */
    private Content shownBefore(Content base) {
        var lawful = Gate.lawful(template, base, today).content();
        var shown = new TreeMap<>(lawful.asMap());
        return shown.keySet().removeIf(terms::hasDeleted) ? Content.of(shown) : lawful;
    }

    /** Returns the content with the values that somebody changed after the last import, and lists those of the file. */
    private Content withNewerWork(
            RowReader.Read read,
            ArchiveRecord before,
            NavigableMap<String, String> values,
            Content content,
            List<Problem> warnings) {
        if (options.newer() == IntakeOptions.Newer.FILE) {
            return content;
        }
        var base = before.content();
        var differing = base.changesTo(content);
        var kept = newer.kept(before, ofFile(read, differing), differing);
        if (kept.isEmpty()) {
            return content;
        }
        var here = Gate.lawful(template, base, today).content();
        var there = Gate.lawful(template, content, today).content();
        for (var path : kept) {
            var label = template.field(path).map(Field::label).orElse(path);
            var differs = Violation.of("import.differs", label, text.show(here, path), text.show(there, path));
            warnings.add(problem(read, path, Problem.Severity.QUESTION, differs));
            base.kept(path).ifPresentOrElse(value -> values.put(path, value), () -> values.remove(path));
        }
        return terms.within(read, base, Derivation.derive(template, Content.of(values), today), new ArrayList<>());
    }

    /** Returns the paths that the file states, with those of the lists that it states as a whole. */
    private static Set<String> ofFile(RowReader.Read read, List<FieldChange> differing) {
        var stated = new HashSet<>(read.values().keySet());
        stated.addAll(read.consentValues().keySet());
        var paths = new HashSet<>(stated);
        differing.stream()
                .map(FieldChange::path)
                .filter(path -> stated.stream().anyMatch(list -> path.startsWith(list + ".")))
                .forEach(paths::add);
        return paths;
    }

    /** Makes a warning about an odd value, with the column that it came from. */
    private Problem odd(RowReader.Read read, Oddity odd) {
        return problem(read, odd.path(), Problem.Severity.WARNING, odd.violation());
    }

    private Problem problem(RowReader.Read read, String path, Problem.Severity severity, Violation violation) {
        var pattern = Paths.pattern(path);
        var column = columns.stream()
                .filter(candidate -> candidate
                        .path()
                        .filter(target -> pattern.equals(target) || pattern.startsWith(target + ".*"))
                        .isPresent())
                .findFirst();
        var row = read.household().rowOf(path).orElse(read.row());
        return new Problem(
                row.number(),
                read.name(),
                column.map(Column::heading).orElse(""),
                severity,
                violation,
                column.map(found -> row.cell(found.index()).text()).orElse(""));
    }

    /** Returns whether the row has a text for an item that could not be read. The day of the import is no answer then. */
    private boolean isUnread(RowReader.Read read, String path) {
        return columns.stream()
                .filter(column -> column.path().equals(Optional.of(path)))
                .anyMatch(column ->
                        !PlainText.isEmptyValue(read.row().cell(column.index()).text()));
    }

    private boolean hasVillage(RowReader.Read read) {
        return read.values().containsKey(region);
    }

    /**
     * Warns that the village changed. A move is rare; more often the row is about another person with a wrong number.
     */
    private Optional<Problem> moved(RowReader.Read read, ArchiveRecord record, Content content) {
        if (!hasVillage(read) || record.region().equals(content.text(region))) {
            return Optional.empty();
        }
        var odd = Violation.of("intake.village.moved", place(record.region()), place(read.region()));
        return Optional.of(
                new Problem(read.row().number(), read.name(), "", Problem.Severity.WARNING, odd, read.number()));
    }

    private String place(String region) {
        return divisions.shortName(DivisionCode.of(region));
    }

    /**
     * Returns whether a row without a readable number names a person whose number was verified later. The row may be
     * about another person.
     */
    boolean isNamesake(RowReader.Read read) {
        return !first
                && read.numberProblem().isPresent()
                && store.find(unverifiedId(read))
                        .filter(record -> !isUnverified(record))
                        .isPresent();
    }

    private boolean isUnverified(ArchiveRecord record) {
        return template.subjectPaths()
                .unverified()
                .filter(path -> record.content().text(path).equals("true"))
                .isPresent();
    }

    /** Returns the record with the number, or the record kept as 证件待核 for the same person. */
    private Optional<ArchiveRecord> existing(RowReader.Read read, Optional<ArchiveStore.Known> known) {
        if (known.isPresent()) {
            return store.find(known.get().id());
        }
        return first || template.subjectPaths().unverified().isEmpty()
                ? Optional.empty()
                : store.find(unverifiedId(read)).filter(this::isUnverified);
    }

    private UUID recordId(RowReader.Read read) {
        return read.numberProblem().isPresent() ? unverifiedId(read) : ids.next();
    }

    private UUID unverifiedId(RowReader.Read read) {
        return UUID.nameUUIDFromBytes((template.id() + unverifiedKey(read)).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the key of a person without a readable number in this village: name, 组 and village. */
    static String unverifiedKey(RowReader.Read read) {
        return "?" + read.region() + "|" + read.values().getOrDefault("file.group", "") + "|" + read.name();
    }

    private void unverified(RowReader.Read read, Map<String, String> values, List<Problem> warnings) {
        var path = template.subjectPaths().unverified();
        if (path.isEmpty()) {
            return;
        }
        var block = Paths.block(path.get());
        if (read.numberProblem().isEmpty()) {
            values.remove(path.get());
            values.remove(Paths.of(block, "unverifiedReason"));
            return;
        }
        var problem = read.numberProblem().get();
        values.put(path.get(), "true");
        values.put(
                Paths.of(block, "unverifiedReason"), read.number().isEmpty() ? "未填" : "原文 " + shortened(read.number()));
        warnings.add(new Problem(
                problem.row(),
                problem.name(),
                problem.column(),
                Problem.Severity.WARNING,
                Violation.of("intake.number.unverified"),
                problem.value()));
    }

    /** Returns an unreadable number as a line that can be stored. */
    private static String shortened(String number) {
        var line = FieldReader.oneLine(number);
        return line.substring(0, Math.min(line.length(), Gate.LONGEST_NUMBER));
    }

    /** Adds warnings about refusals and withdrawals of the person. The row is accepted, and the items stay locked. */
    private void closed(RowReader.Read read, List<Violation> closed, List<Problem> warnings) {
        for (var why : closed) {
            warnings.add(new Problem(read.row().number(), read.name(), "", Problem.Severity.WARNING, why, ""));
        }
        if (!closed.isEmpty()) {
            withdrawn++;
        }
    }

    /** Returns the id of the import; absent when it saves nothing. */
    Optional<UUID> id() {
        return Optional.of(Imports.id(store.device(), at))
                .filter(id -> options.mode() == IntakeResult.Mode.SAVED && created + updated > 0);
    }

    List<ChangedValue> changed() {
        return changed;
    }

    int created() {
        return created;
    }

    int updated() {
        return updated;
    }

    int unchanged() {
        return unchanged;
    }

    int locked() {
        return consentNeeded.locked();
    }

    int withdrawn() {
        return withdrawn;
    }
}
