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

/** Turns an accepted row into the change it makes: a new record, an update of what differs, or nothing. */
final class RowWriter {
    private final Template template;
    private final List<Column> columns;
    private final IntakeOptions options;
    private final ArchiveStore store;
    private final Divisions divisions;
    private final Ids ids;
    private final Instant at;
    private final LocalDate today;
    /** Whether the day is sure enough to take a row out of the archive. */
    private final boolean mayDelete;
    /** Whether the archive has no record of the type yet, so that no row need be looked for. */
    private final boolean first;

    private final String region;
    /** Who opened the file of a new record, when and how. */
    private final Map<String, String> opened;

    private final Papers papers;
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
        this.papers = new Papers(template, options, day);
    }

    private static boolean hasMoved(ArchiveStore store, Template template) {
        var moved = new RecordFilter(template.id(), "", "", Set.of(RecordSummary.Status.MOVED));
        return store.list(moved, RecordFilter.Window.first(1)).total() > 0;
    }

    /** Those of some values that the template has a field for. */
    private Map<String, String> known(Map<String, String> values) {
        var known = new TreeMap<>(values);
        known.keySet().removeIf(path -> template.field(path).isEmpty());
        return known;
    }

    /** What a row becomes; no draft when it says nothing new. */
    record Written(Optional<Draft> draft, List<Problem> warnings) {}

    /** Whether no row need be looked for in the archive. */
    boolean isFirst() {
        return first;
    }

    Written write(RowReader.Read read, Optional<ArchiveStore.Known> known) {
        var warnings = new ArrayList<>(read.warnings());
        var before = existing(read, known);
        var base = before.map(ArchiveRecord::content).orElse(Content.EMPTY);
        var values = new TreeMap<>(base.asMap());
        values.putAll(read.values());
        unverified(read, values, warnings);
        before.flatMap(record -> moved(read, record)).ifPresent(warnings::add);
        closed(read, papers.add(base, read, values), warnings);
        consentNeeded(read, values, warnings);
        if (before.isEmpty()) {
            opened.forEach(values::putIfAbsent);
            template.place().ifPresent(path -> values.putIfAbsent(path, read.region()));
        }
        var content = withinTerm(read, base, Derivation.derive(template, Content.of(values), today), warnings);
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

    /** Told of the column that the odd value came from, where the file has one. */
    private Problem odd(RowReader.Read read, Oddity odd) {
        var pattern = Paths.pattern(odd.path());
        var column = columns.stream()
                .filter(candidate -> candidate
                        .path()
                        .filter(path -> pattern.equals(path) || pattern.startsWith(path + ".*"))
                        .isPresent())
                .findFirst();
        return new Problem(
                read.row().number(),
                read.name(),
                column.map(Column::heading).orElse(""),
                Problem.Severity.WARNING,
                odd.violation(),
                column.map(found -> read.row().cell(found.index()).text()).orElse(""));
    }

    private boolean saysWhere(RowReader.Read read) {
        return read.values().containsKey(region);
    }

    /** A household moves seldom; more often the row is about another, under a number that is not its own. */
    private Optional<Problem> moved(RowReader.Read read, ArchiveRecord record) {
        if (!saysWhere(read) || record.region().equals(read.region())) {
            return Optional.empty();
        }
        var odd = Violation.of("intake.village.moved", place(record.region()), place(read.region()));
        return Optional.of(
                new Problem(read.row().number(), read.name(), "", Problem.Severity.WARNING, odd, read.number()));
    }

    private String place(String region) {
        return divisions.shortName(DivisionCode.of(region));
    }

    /** Whether a row without a readable number names somebody whose number was verified since: it may be another person. */
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

    /** The record that has the number, or the one kept as 证件待核 for the same person until now. */
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

    /** Who a person without a readable number is, for this village: name, 组 and village together. */
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

    /** A number that could not be read, as a line that can be kept. */
    private static String shortened(String number) {
        var line = FieldReader.oneLine(number);
        return line.substring(0, Math.min(line.length(), Gate.LONGEST_NUMBER));
    }

    /** Article 14(2): values that need consent are written where it is on file, and otherwise neither kept nor told. */
    private void consentNeeded(RowReader.Read read, NavigableMap<String, String> values, List<Problem> warnings) {
        if (read.consentValues().isEmpty() && read.consentWarnings().isEmpty()) {
            return;
        }
        var open = open(values);
        var left = false;
        for (var told : read.consentWarnings().entrySet()) {
            if (covered.computeIfAbsent(told.getKey(), open::covers)) {
                warnings.addAll(told.getValue());
            } else {
                left = true;
            }
        }
        for (var value : read.consentValues().entrySet()) {
            if (covered.computeIfAbsent(value.getKey(), open::covers)) {
                values.put(value.getKey(), value.getValue());
            } else {
                left = true;
            }
        }
        if (left) {
            locked++;
        }
    }

    /**
     * Article 16: a row that ended so long ago is neither taken nor told, not in part either. What the archive has under its
     * key stays, unless it is the same item without its end: then the file tells that it may not be kept.
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
            var gone = mayDelete && !endless.isEmpty() && refused.stream().noneMatch(endless::containsKey);
            if (gone) {
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
                    due.violation(template, gone ? "intake.term.deleted" : "intake.term.over"),
                    ""));
        }
        return taken;
    }

    /** Names a person who refused or withdrew: the row is accepted, and what they closed stays closed. */
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

    /** Within a batch the same consent stands in every row. */
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
