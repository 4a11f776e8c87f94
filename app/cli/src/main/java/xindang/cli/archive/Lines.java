package xindang.cli.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import xindang.cli.shell.CliMessages;
import xindang.cli.shell.Json;
import xindang.cli.shell.UseCases;
import xindang.model.archive.Page;
import xindang.model.archive.RecordSummary;
import xindang.model.value.MaskingRule;

/** Formats lists as text and as JSON. */
final class Lines {
    private final UseCases desk;
    private final CliMessages text;
    /** The ids of records with a shared document number by type. They are read at first use. */
    private final Map<String, Set<UUID>> twins = new HashMap<>();

    Lines(UseCases desk, CliMessages text) {
        this.desk = desk;
        this.text = text;
    }

    Json json(Page<RecordSummary> page) {
        var json = new Json().put("total", page.total());
        if (!page.counted()) {
            json.flag("counted", false);
        }
        return json.objects("items", page.items().stream().map(this::json).toList());
    }

    /** Returns the found records, and separately those that moved out with their new places. */
    Json json(Page<RecordSummary> page, Page<RecordSummary> moved) {
        return json(page)
                .objects("moved", moved.items().stream().map(this::json).toList());
    }

    private Json json(RecordSummary item) {
        return new Json()
                .put("id", item.id().toString())
                .put("kind", item.type())
                .put("name", item.name())
                .put("region", item.region())
                .put("regionName", desk.fullPath(item.region()))
                .put("grade", item.grade())
                .put("score", item.score().map(score -> score.toPlainString()))
                .flag("stale", item.isStale())
                .flag("expired", item.isExpired())
                .flag("incomplete", item.incomplete())
                .flag("newer", item.partlySealed())
                .flag("twin", isTwin(item))
                .put("status", item.status().name().toLowerCase(java.util.Locale.ROOT))
                .put("filled", item.filled());
    }

    private boolean isTwin(RecordSummary item) {
        return twins.computeIfAbsent(item.type(), type -> desk.twins().of(type).keySet())
                .contains(item.id());
    }

    List<String> text(Page<RecordSummary> page, Page<RecordSummary> moved) {
        var lines = new ArrayList<String>();
        for (var item : moved.items()) {
            lines.add(String.join(
                    "  ",
                    item.id().toString(),
                    item.name(),
                    MaskingRule.RESIDENT_INTERNAL.mask(item.number()),
                    text.of("list.moved", desk.fullPath(item.region()))));
        }
        lines.addAll(text(page));
        return lines;
    }

    List<String> text(Page<RecordSummary> page) {
        var lines = new ArrayList<String>();
        for (var item : page.items()) {
            var line = new ArrayList<>(List.of(
                    item.id().toString(),
                    item.name(),
                    MaskingRule.RESIDENT_INTERNAL.mask(item.number()),
                    desk.shortName(item.region()),
                    UseCases.grade(item.grade().orElse(""))));
            if (item.isStale()) {
                line.add(text.of("list.stale"));
            }
            if (item.isExpired()) {
                line.add(text.of("list.expired"));
            }
            if (item.incomplete()) {
                line.add(text.of("list.incomplete"));
            }
            if (item.partlySealed()) {
                line.add(text.of("list.newer"));
            }
            if (isTwin(item)) {
                line.add(text.of("list.twin"));
            }
            lines.add(String.join("  ", line));
        }
        lines.add(text.of("list.total", page.items().size(), page.total() + (page.counted() ? "" : "+")));
        return lines;
    }
}
