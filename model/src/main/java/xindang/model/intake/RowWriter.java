package xindang.model.intake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
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
import xindang.model.archive.Paths;
import xindang.model.common.Digest;
import xindang.model.common.Ids;
import xindang.model.common.Violation;
import xindang.model.template.Consents;
import xindang.model.template.Template;

/** Turns an accepted row into the change it makes: a new record, an update of what differs, or nothing. */
final class RowWriter {
    private static final String CONSENTS = "consents.given";

    private final Template template;
    private final IntakeOptions options;
    private final ArchiveStore store;
    private final Ids ids;
    private final Clock clock;
    private final LocalDate today;
    /** Whether the archive has no record of the type yet, so that no row need be looked for. */
    private final boolean first;

    private int created;
    private int updated;
    private int unchanged;
    private int locked;

    RowWriter(Template template, IntakeOptions options, ArchiveStore store, Ids ids, Clock clock) {
        this.template = template;
        this.options = options;
        this.store = store;
        first = store.counts(template.id(), "").isEmpty();
        this.ids = ids;
        this.clock = clock;
        this.today = LocalDate.now(clock);
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
        options.paperConsent().ifPresent(reference -> paperConsent(values, reference));
        consentNeeded(read, values);
        if (before.isEmpty()) {
            values.putIfAbsent("file.openedOn", today.toString());
            values.putIfAbsent("file.openedBy", options.user());
            values.putIfAbsent("file.source", "import");
            values.keySet().removeIf(path -> template.field(path).isEmpty());
        }
        var content = template.derive(Content.of(values), today);
        template.oddities(content, today)
                .forEach(odd -> warnings.add(
                        new Problem(read.row().number(), read.name(), "", Problem.Severity.WARNING, odd, "")));
        var changes = base.changesTo(content);
        if (changes.isEmpty()) {
            unchanged++;
            return new Written(Optional.empty(), warnings);
        }
        if (before.isPresent()) {
            updated++;
        } else {
            created++;
        }
        var region = before.isPresent() && !read.values().containsKey(region())
                ? before.get().region()
                : read.region();
        var draft = new Draft(
                ids.next(),
                before.map(ArchiveRecord::id).orElseGet(() -> recordId(read)),
                template.ref(),
                region,
                changes,
                options.user(),
                clock.instant(),
                "import",
                List.of());
        return new Written(Optional.of(draft), warnings);
    }

    private String region() {
        return ColumnMapper.regionPath(template).orElse("");
    }

    /** The record that has the number, or the one kept as 证件待核 for the same person until now. */
    private Optional<ArchiveRecord> existing(RowReader.Read read, Optional<ArchiveStore.Known> known) {
        if (known.isPresent()) {
            return store.find(known.get().id());
        }
        return first || template.subjectPaths().unverified().isEmpty()
                ? Optional.empty()
                : store.find(unverifiedId(read));
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
        values.put(Paths.of(block, "unverifiedReason"), read.number().isEmpty() ? "未填" : "原文 " + read.number());
        warnings.add(new Problem(
                problem.row(),
                problem.name(),
                problem.column(),
                Problem.Severity.WARNING,
                Violation.of("intake.number.unverified"),
                problem.value()));
    }

    private void paperConsent(Map<String, String> values, String reference) {
        var row = "p" + Digest.of(reference).substring(0, 8);
        if (template.field(CONSENTS).isEmpty() || values.containsKey(Paths.of(CONSENTS, row, "kind"))) {
            return;
        }
        values.put(Paths.of(CONSENTS, row, "kind"), "paper");
        values.put(Paths.of(CONSENTS, row, "reference"), reference);
        values.put(Paths.of(CONSENTS, row, "noticeAt"), today.toString());
        values.put(Paths.of(CONSENTS, row, "signedAt"), today.toString());
        values.put(Paths.of(CONSENTS, row, "by"), options.user());
    }

    /** Article 14(2): values that need consent are written where it is on file, and otherwise are not kept anywhere. */
    private void consentNeeded(RowReader.Read read, Map<String, String> values) {
        if (read.consentValues().isEmpty()) {
            return;
        }
        var open = Consents.open(template, Content.of(values), today);
        var left = false;
        for (var value : read.consentValues().entrySet()) {
            if (open.covers(value.getKey())) {
                values.put(value.getKey(), value.getValue());
            } else {
                left = true;
            }
        }
        if (left) {
            locked++;
        }
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
}
