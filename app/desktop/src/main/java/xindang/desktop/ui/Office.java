package xindang.desktop.ui;

import xindang.model.archive.ArchiveStore;
import xindang.model.common.Ids;
import xindang.model.exchange.ExchangeStore;
import xindang.model.keeping.Archives;
import xindang.model.rating.Ratings;
import xindang.model.region.Divisions;
import xindang.model.template.Audience;
import xindang.model.template.FieldText;
import xindang.model.template.Template;
import xindang.model.template.Templates;
import xindang.model.value.DivisionCode;

/**
 * The opened archive as pages see it: what is kept, the use cases, and who works where.
 *
 * @param region code of the archive's own region, 4, 6, 9 or 12 digits
 * @param user who works, as every change records it
 */
public record Office(
        ArchiveStore store,
        Archives archives,
        Ratings ratings,
        ExchangeStore exchange,
        Templates templates,
        Divisions divisions,
        Ids ids,
        DivisionCode region,
        String user) {
    /** Short name of a place by its code: 双桥村. */
    public String place(String code) {
        return divisions.shortName(DivisionCode.of(code));
    }

    /** Shows values as this office sees them: numbers and phones shortened. */
    public FieldText shown(Template template) {
        return new FieldText(template, Audience.OFFICE, this::place);
    }
}
