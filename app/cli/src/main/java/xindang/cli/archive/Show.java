package xindang.cli.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import xindang.cli.shell.Answers;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Json;
import xindang.cli.shell.UseCases;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.archive.Standing;
import xindang.model.law.Gate;
import xindang.model.law.Lawful;
import xindang.model.region.Territory;
import xindang.model.template.Audience;
import xindang.model.template.Block;
import xindang.model.template.Field;
import xindang.model.template.FieldText;
import xindang.model.template.FieldType;
import xindang.model.template.IncompleteRows;
import xindang.model.template.Oddity;

/**
 * Shows one record. The query log records the view (征信业管理条例 article 20). Numbers are masked unless the person asks for
 * them with a purpose.
 */
@Command(name = "show")
public final class Show implements Callable<Integer> {
    private final CliSession session;

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "help.id")
    private String id = "";

    @Option(names = "--full", descriptionKey = "help.show.full")
    private boolean full;

    @Option(names = "--purpose", paramLabel = "TEXT", descriptionKey = "help.purpose")
    private @Nullable String purpose;

    public Show(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var wanted = session.id(id);
        var why = session.purpose(full, purpose);
        try (var desk = session.open()) {
            var viewed = desk.archives()
                    .view(wanted, why.orElseGet(() -> session.text().of("show.purpose")), desk.user());
            if (!viewed.isDone()) {
                return new Answers(session).refused(desk.template(desk.record(wanted)), viewed);
            }
            var record = viewed.get();
            var lawful =
                    Gate.lawful(desk.template(record), record.content(), Gate.hidingDay(session.clock(), desk.store()));
            session.answer(json(desk, record, lawful), lines(desk, record, lawful));
        }
        return 0;
    }

    private static boolean is(Standing asked, Optional<Standing> standing) {
        return standing.equals(Optional.of(asked));
    }

    private static boolean isIncomplete(UseCases desk, ArchiveRecord record, Lawful lawful) {
        return !IncompleteRows.of(desk.template(record), lawful.content()).isEmpty();
    }

    private static List<Oddity> oddities(UseCases desk, ArchiveRecord record) {
        return desk.reports().oddities(record);
    }

    private static boolean hasMoved(UseCases desk, ArchiveRecord record) {
        return !Territory.of(desk.region()).holds(record.region());
    }

    private Json json(Oddity odd) {
        return session.violation(odd.violation()).put("path", odd.path()).flag("stops", odd.stops());
    }

    private Json json(UseCases desk, ArchiveRecord record, Lawful lawful) {
        var rating = desk.ratings().latest(record.id());
        var standing = desk.ratings().standing(record);
        return new Json()
                .put("id", record.id().toString())
                .put("kind", record.type())
                .put("name", desk.nameOf(record))
                .put("region", record.region())
                .put("regionName", desk.fullPath(record.region()))
                .flag("moved", hasMoved(desk, record))
                .put("revision", record.revision())
                .put("grade", rating.map(stored -> stored.rating().grade()))
                .put("score", rating.flatMap(stored -> stored.rating().score()).map(score -> score.toPlainString()))
                .flag("stale", is(Standing.STALE, standing))
                .flag("expired", is(Standing.EXPIRED, standing))
                .flag("incomplete", isIncomplete(desk, record, lawful))
                .flag("newer", record.isPartlySealed())
                .put("conflicts", record.conflicts().size())
                .put("values", values(desk.fieldText(desk.template(record), audience()), lawful))
                .objects(
                        "checks",
                        oddities(desk, record).stream().map(this::json).toList())
                .objects("locked", lawful.locked().stream().map(Show::json).toList())
                .texts("withheld", lawful.withheld());
    }

    /** Returns the values that may be shown, and null for locked and withheld ones. */
    private static Json values(FieldText shown, Lawful lawful) {
        var values = new Json();
        lawful.content().asMap().forEach((path, value) -> values.put(path, shown.value(path, value)));
        lawful.locked().forEach(locked -> locked.paths().forEach(path -> values.put(path, Optional.empty())));
        lawful.children().forEach(child -> child.paths().forEach(path -> values.put(path, Optional.empty())));
        lawful.withheld().forEach(path -> values.put(path, Optional.empty()));
        return values;
    }

    private Audience audience() {
        return full ? Audience.SELF : Audience.OFFICE;
    }

    private static Json json(Lawful.Locked locked) {
        return new Json()
                .put("item", locked.item())
                .put("label", locked.label())
                .put("since", locked.since().map(LocalDate::toString))
                .texts("paths", locked.paths());
    }

    private List<String> lines(UseCases desk, ArchiveRecord record, Lawful lawful) {
        var content = lawful.content();
        var template = desk.template(record);
        var shown = desk.fieldText(template, audience());
        var lines = new ArrayList<String>();
        lines.add(desk.nameOf(record) + "  " + desk.fullPath(record.region()));
        if (hasMoved(desk, record)) {
            lines.add(session.text().of("show.moved", desk.fullPath(record.region())));
        }
        desk.ratings().latest(record.id()).ifPresent(stored -> {
            lines.add(session.text()
                    .of(
                            "show.grade",
                            UseCases.grade(stored.rating().grade()),
                            stored.rating()
                                    .score()
                                    .map(score -> score.toPlainString())
                                    .orElse("—")));
        });
        var standing = desk.ratings().standing(record);
        if (is(Standing.STALE, standing)) {
            lines.add(session.text().of("show.stale"));
        }
        if (is(Standing.EXPIRED, standing)) {
            lines.add(session.text().of("show.expired"));
        }
        if (isIncomplete(desk, record, lawful)) {
            lines.add(session.text().of("list.incomplete"));
        }
        if (record.isPartlySealed()) {
            lines.add(session.text().of("show.newer"));
        }
        for (var block : template.blocks()) {
            if (content.hasBlock(block.id())) {
                lines.add("");
                lines.add("[" + block.title() + "]");
                block.fields().forEach(field -> lines.addAll(lines(block, field, content, shown)));
            }
        }
        var odd = oddities(desk, record);
        if (!odd.isEmpty()) {
            lines.add("");
            odd.forEach(one -> lines.add(
                    session.text().of(one.stops() ? "show.odd.stops" : "show.odd", session.sentence(one.violation()))));
        }
        if (!lawful.locked().isEmpty()) {
            lines.add("");
            lawful.locked().forEach(locked -> lines.add(line(locked)));
        }
        if (!lawful.children().isEmpty()) {
            lines.add("");
            lawful.children()
                    .forEach(
                            child -> lines.add(session.text().of("show.child", child.name(), clearing(child.paths()))));
        }
        if (!lawful.withheld().isEmpty()) {
            lines.add("");
            lawful.withheld()
                    .forEach(path -> lines.add(session.text()
                            .of(
                                    "show.withheld",
                                    template.field(path).map(Field::label).orElse(path),
                                    path)));
        }
        return lines;
    }

    private static String clearing(List<String> paths) {
        return String.join(" ", paths.stream().map(path -> path + "=").toList());
    }

    /** Returns a line about locked values: the item, since when it is locked, and how to delete it. */
    private String line(Lawful.Locked locked) {
        var clear = clearing(locked.paths());
        return locked.since()
                .map(day -> session.text().of("show.locked.since", locked.label(), day.toString(), clear))
                .orElseGet(() -> session.text().of("show.locked", locked.label(), clear));
    }

    /** Returns one line with the path for {@code edit}, or one line for each row of a group. */
    private static List<String> lines(Block block, Field field, Content content, FieldText shown) {
        var path = Paths.of(block.id(), field.id());
        if (field.isGroup()) {
            return content.rows(path).stream()
                    .map(row -> "  " + field.label() + "  " + row(field, path, row, content, shown) + "  (" + path + "."
                            + row + ")")
                    .toList();
        }
        return content.get(path)
                .filter(value -> field.type() != FieldType.JSON)
                .map(value -> List.of("  " + field.label() + "  " + shown.shortened(path, value) + "  (" + path + ")"))
                .orElse(List.of());
    }

    private static String row(Field group, String path, String row, Content content, FieldText shown) {
        return group.fields().stream()
                .map(inner -> Paths.of(path, row, inner.id()))
                .flatMap(at -> content.get(at).map(value -> shown.shortened(at, value)).stream())
                .collect(Collectors.joining("，"));
    }
}
