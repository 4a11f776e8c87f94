package xindang.model.intake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import xindang.model.law.ConsentRow;
import xindang.model.law.Consents;
import xindang.model.law.Gate;
import xindang.model.region.Divisions;
import xindang.model.template.Checks;
import xindang.model.template.Derivation;
import xindang.model.template.FieldReader;
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
    /** Whether the day is sure enough to delete a row. */
    private final boolean mayDelete;
    /** Whether the archive has no record of the type yet. Then no record needs to be looked up. */
    private final boolean first;

    private final String region;
    /** Author, day and source of a new record. */
    private final Map<String, String> opened;

    private final Lists lists;
    private final Contradicted contradicted;
    private final Papers papers;
    private final Optional<MemberGroup> members;
    private final Map<String, Boolean> covered = new HashMap<>();
    private Map<String, String> consentsRead = Map.of();
    private Consents consents;
    private int created;
    private int updated;
    private int unchanged;
    private int locked;
    private int withdrawn;

    RowWriter(
            Template template,
            List<Column> columns,
            IntakeOptions options,
            ArchiveStore store,
            Divisions divisions,
            Ids ids,
            Clock clock) {
        this.template = template;
        this.columns = columns;
        this.options = options;
        this.store = store;
        this.divisions = divisions;
        first = store.counts(template.id(), "").isEmpty() && !hasMoved(store, template);
        this.ids = ids;
        at = Gate.clock(clock, store).instant();
        var day = Gate.day(clock, store);
        today = day.hides();
        mayDelete = !day.isAhead();
        this.consents = Gate.consents(template, Content.EMPTY, today);
        this.region = template.place().orElse("");
        this.opened = known(Map.of(
                "file.openedOn", day.records().toString(), "file.openedBy", options.user(), "file.source", "import"));
        this.lists = new Lists(template, columns);
        this.contradicted = new Contradicted(template, columns);
        this.papers = new Papers(template, options, day);
        members = MemberGroup.of(template);
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

    Written write(RowReader.Read found, Optional<ArchiveStore.Known> known) {
        var before = existing(found, known);
        var base = before.map(ArchiveRecord::content).orElse(Content.EMPTY);
        var read = MemberRows.placed(members, base, found);
        var warnings = new ArrayList<>(read.warnings());
        var values = new TreeMap<>(base.asMap());
        warnings.addAll(lists.put(values, read.values(), read));
        unverified(read, values, warnings);
        before.flatMap(record -> moved(read, record)).ifPresent(warnings::add);
        closed(read, papers.add(base, read, values), warnings);
        consentNeeded(read, values, warnings);
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
        var content = withinTerm(read, base, derived, warnings);
        for (var odd : Checks.of(template, content, today)) {
            warnings.add(odd(read, odd));
        }
        var changes = RowMerge.withStaying(base, base.changesTo(content));
        if (changes.isEmpty()) {
            unchanged++;
            return new Written(Optional.empty(), warnings);
        }
        if (before.isPresent()) {
            updated++;
        } else {
            created++;
        }
        var draft = new Draft(
                ids.next(),
                before.map(ArchiveRecord::id).orElseGet(() -> recordId(read)),
                template.ref(),
                changes,
                options.user(),
                at,
                "import",
                List.of());
        return new Written(Optional.of(draft), warnings);
    }

    /** Makes a warning about an odd value, with the column that it came from. */
    private Problem odd(RowReader.Read read, Oddity odd) {
        var pattern = Paths.pattern(odd.path());
        var column = columns.stream()
                .filter(candidate -> candidate
                        .path()
                        .filter(path -> pattern.equals(path) || pattern.startsWith(path + ".*"))
                        .isPresent())
                .findFirst();
        var row = read.household().rowOf(odd.path()).orElse(read.row());
        return new Problem(
                row.number(),
                read.name(),
                column.map(Column::heading).orElse(""),
                Problem.Severity.WARNING,
                odd.violation(),
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
    private Optional<Problem> moved(RowReader.Read read, ArchiveRecord record) {
        if (!hasVillage(read) || record.region().equals(read.region())) {
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

    /**
     * Article 14(2): writes consent-needed values if their consent is on file. Otherwise neither stores nor reports
     * them.
     */
    private void consentNeeded(RowReader.Read read, NavigableMap<String, String> values, List<Problem> warnings) {
        if (read.consentValues().isEmpty() && read.consentWarnings().isEmpty()) {
            return;
        }
        var open = open(values);
        var isLocked = false;
        for (var warning : read.consentWarnings().entrySet()) {
            if (covered.computeIfAbsent(warning.getKey(), open::covers)) {
                warnings.addAll(warning.getValue());
            } else {
                isLocked = true;
            }
        }
        var consented = new TreeMap<String, String>();
        for (var value : read.consentValues().entrySet()) {
            if (covered.computeIfAbsent(value.getKey(), open::covers)) {
                consented.put(value.getKey(), value.getValue());
            } else {
                isLocked = true;
            }
        }
        warnings.addAll(lists.put(values, consented, read));
        if (isLocked) {
            locked++;
        }
    }

    /**
     * Article 16: neither accepts nor reports any value of an expired row. Keeps the archive's values of its key. If
     * they are the same item without an end date, deletes them, because the file shows that their term has expired.
     */
    private Content withinTerm(RowReader.Read read, Content base, Content content, List<Problem> warnings) {
        var taken = content;
        for (var due : Gate.due(template, content, today)) {
            var refused = base.changesTo(content).stream()
                    .map(FieldChange::path)
                    .filter(due::holds)
                    .toList();
            if (refused.isEmpty()) {
                continue;
            }
            var kept = new TreeMap<String, String>();
            refused.forEach(path -> kept.put(path, base.kept(path).orElse("")));
            var endless = Gate.endless(base, refused.get(0));
            var isDeleted = mayDelete && !endless.isEmpty() && refused.stream().noneMatch(endless::containsKey);
            if (isDeleted) {
                endless.keySet().forEach(path -> kept.put(path, ""));
            }
            taken = taken.with(kept);
            warnings.removeIf(warning -> columns.stream()
                    .anyMatch(column -> column.heading().equals(warning.column()) && isOf(due.group(), column)));
            var heading = columns.stream()
                    .filter(column -> column.path().equals(Optional.of(due.group() + ".*.endsOn")))
                    .findFirst()
                    .map(Column::heading)
                    .orElse("");
            warnings.add(new Problem(
                    read.row().number(),
                    read.name(),
                    heading,
                    Problem.Severity.WARNING,
                    due.violation(template, isDeleted ? "intake.term.deleted" : "intake.term.over"),
                    ""));
        }
        return taken;
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

    private static boolean isOf(String group, Column column) {
        return column.path()
                .filter(path -> path.equals(group) || path.startsWith(group + "."))
                .isPresent();
    }

    /** Returns the consents of some values; caches them, because a batch has the same consent in every row. */
    private Consents open(NavigableMap<String, String> values) {
        var given = values.subMap(ConsentRow.GROUP + ".", ConsentRow.GROUP + "/");
        if (!given.equals(consentsRead)) {
            consentsRead = Map.copyOf(given);
            consents = Gate.consents(template, Content.of(consentsRead), today);
            covered.clear();
        }
        return consents;
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
        return locked;
    }

    int withdrawn() {
        return withdrawn;
    }
}
