package xindang.cli.archive;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import xindang.cli.shell.Answers;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Json;
import xindang.cli.shell.SubjectKind;
import xindang.cli.shell.Usage;
import xindang.cli.shell.UseCases;
import xindang.model.archive.ArchiveRecord;
import xindang.model.common.Progress;
import xindang.model.law.Gate;
import xindang.model.template.Field;
import xindang.persistence.Workspace;
import xindang.persistence.disk.ArchiveFinding;

/** Checks every byte of an archive, repairs it if possible, and prints the findings. */
@Command(name = "doctor")
public final class Doctor implements Callable<Integer> {
    private static final int NAMED = 20;

    private final CliSession session;

    @Option(names = "--today", paramLabel = "DAY", descriptionKey = "help.doctor.today")
    private @Nullable String today;

    public Doctor(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (var desk = session.watched(this::open)) {
            confirm(desk);
            var findings = new ArrayList<>(desk.workspace().findings());
            var remaining = session.watched(progress -> desk.workspace().check(progress));
            findings.addAll(remaining);
            words(desk).ifPresent(findings::add);
            children(desk).ifPresent(findings::add);
            twins(desk).ifPresent(findings::add);
            erased(desk).ifPresent(findings::add);
            withheld(desk).ifPresent(findings::add);
            var ok = remaining.stream().noneMatch(finding -> finding.severity() == ArchiveFinding.Severity.DAMAGED);
            var lines = new ArrayList<String>();
            findings.forEach(finding -> lines.add(sentence(finding)));
            lines.add(session.text().of(ok ? "doctor.well" : "doctor.damaged"));
            session.answer(
                    new Json()
                            .flag("ok", ok)
                            .objects(
                                    "findings",
                                    findings.stream().map(this::json).toList()),
                    lines);
            return ok ? 0 : Answers.SOME_REFUSED;
        }
    }

    private UseCases open(Progress progress) {
        return session.open(
                (folder, password, templates, clock) -> Workspace.repair(folder, password, templates, clock, progress));
    }

    /**
     * Returns a finding with the number of values with forbidden words, and their fields. It never contains the words.
     */
    private static Optional<ArchiveFinding> words(UseCases desk) {
        var labels = new TreeMap<String, Integer>();
        for (var kind : SubjectKind.values()) {
            desk.store().each(kind.type(), "", (ArchiveRecord record) -> {
                var template = desk.template(record);
                Gate.forbidden(template, record.content())
                        .forEach(path -> labels.merge(
                                template.field(path).map(Field::label).orElse(""), 1, Integer::sum));
            });
        }
        var count = labels.values().stream().mapToInt(Integer::intValue).sum();
        return labels.isEmpty()
                ? Optional.empty()
                : Optional.of(ArchiveFinding.of(
                        "words.forbidden",
                        ArchiveFinding.Severity.NOTE,
                        Integer.toString(count),
                        String.join("、", labels.keySet())));
    }

    /**
     * Returns a finding with the number of values that must not be kept of children under 14, and the names of the
     * records.
     */
    private Optional<ArchiveFinding> children(UseCases desk) {
        var names = new TreeMap<String, Integer>();
        var today = Gate.hidingDay(session.clock(), desk.store());
        for (var kind : SubjectKind.values()) {
            desk.store().each(kind.type(), "", (ArchiveRecord record) -> Gate.lawful(
                            desk.template(record), record.content(), today)
                    .children()
                    .forEach(child ->
                            names.merge(desk.nameOf(record), child.paths().size(), Integer::sum)));
        }
        var count = names.values().stream().mapToInt(Integer::intValue).sum();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(ArchiveFinding.of(
                        "law.child.kept",
                        ArchiveFinding.Severity.NOTE,
                        Integer.toString(count),
                        firstNames(names.keySet())));
    }

    /** Returns a finding with the number of records that share a document number, and their names. */
    private Optional<ArchiveFinding> twins(UseCases desk) {
        var names = new TreeSet<String>();
        var count = 0;
        for (var kind : SubjectKind.values()) {
            var twins = desk.twins().of(kind.type());
            count += twins.size();
            twins.values().forEach(others -> others.forEach(other -> names.add(other.name())));
        }
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(ArchiveFinding.of(
                        "record.number.twin",
                        ArchiveFinding.Severity.NOTE,
                        Integer.toString(count),
                        firstNames(names)));
    }

    /** Returns the first names, at most 20. */
    private String firstNames(Set<String> names) {
        var first = names.stream().limit(NAMED).collect(Collectors.joining("、"));
        return names.size() > NAMED ? session.text().of("doctor.some", first) : first;
    }

    private static Optional<ArchiveFinding> erased(UseCases desk) {
        var count = desk.store().erasures().size();
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        ArchiveFinding.of("records.erased", ArchiveFinding.Severity.NOTE, Integer.toString(count)));
    }

    /** Returns a finding with the number of withheld values, and their items. */
    private static Optional<ArchiveFinding> withheld(UseCases desk) {
        return Optional.of(desk.withheld())
                .filter(withheld -> !withheld.isEmpty())
                .map(withheld -> ArchiveFinding.of(
                        "exchange.withheld",
                        ArchiveFinding.Severity.NOTE,
                        Integer.toString(withheld.places()),
                        withheld.names()));
    }

    /**
     * Makes today a sure day if the person typed the same date and weekday as the clock shows.
     *
     * @throws Usage if the clock shows another day, or one that is too early
     */
    private void confirm(UseCases desk) {
        var typed = today;
        if (typed == null) {
            return;
        }
        var day = Gate.day(session.clock(), desk.store());
        if (!day.isConfirmedBy(typed)) {
            throw new Usage(session.text().of("doctor.today", day.clock().toString()));
        }
        if (day.isTooEarly()) {
            var clock = day.clock().toString();
            throw new Usage(day.sure()
                    .map(sure -> session.text().of("doctor.today.early", clock, sure.toString()))
                    .orElseGet(() -> session.text().of("doctor.today.before", clock)));
        }
        desk.workspace().confirmDay();
    }

    private Json json(ArchiveFinding finding) {
        return new Json()
                .put("code", finding.code())
                .put("severity", finding.severity().name().toLowerCase(java.util.Locale.ROOT))
                .put("message", sentence(finding));
    }

    private String sentence(ArchiveFinding finding) {
        return session.sentences().finding(finding.code(), finding.args());
    }
}
