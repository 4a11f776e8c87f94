package xindang.desktop.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import xindang.desktop.Bench;
import xindang.model.archive.Author;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.FieldChange;
import xindang.model.exchange.ExchangeStore.Pulled;
import xindang.model.exchange.Verdict;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.wire.ChangeJson;

/** Changes of households that arrive from another office through the platform. */
final class Arrivals {
    private static final ShippedTemplates TEMPLATES = ShippedTemplates.load();

    private Arrivals() {}

    static Change change(UUID record, long sequence, String previous, FieldChange... fields) {
        return new Change(
                Change.FORMAT,
                new UUID(8, sequence),
                record,
                TEMPLATES.get("household").ref(),
                new Body.Fields(List.of(fields), List.of()),
                Author.of(new UUID(5, 1), "陈文博"),
                Bench.CLOCK.instant(),
                "screen",
                "NJ-01-77ab",
                sequence,
                previous,
                Optional.empty());
    }

    /** Returns a page of pulled changes, starting at position 1. */
    static List<Pulled> page(Change... changes) {
        var page = new ArrayList<Pulled>();
        for (var change : changes) {
            page.add(new Pulled(page.size() + 1L, change, Verdict.APPLIED, ChangeJson.digest(change)));
        }
        return page;
    }
}
