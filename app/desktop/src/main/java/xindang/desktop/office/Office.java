package xindang.desktop.office;

import java.util.Optional;
import java.util.stream.Collectors;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Content;
import xindang.model.common.Ids;
import xindang.model.exchange.ExchangeStore;
import xindang.model.keeping.Archives;
import xindang.model.keeping.Twins;
import xindang.model.rating.Ratings;
import xindang.model.region.Division;
import xindang.model.region.Divisions;
import xindang.model.region.Territory;
import xindang.model.template.Audience;
import xindang.model.template.FieldText;
import xindang.model.template.Template;
import xindang.model.template.Templates;
import xindang.model.value.DivisionCode;

/**
 * The open archive as pages use it: stores, use cases, place and user.
 *
 * @param region code of the archive's own region, 4, 6, 9 or 12 digits
 * @param user name of the current user; every change records it
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
    /** Returns the short name of a place, such as 双桥村. */
    public String place(String code) {
        return divisions.shortName(DivisionCode.of(code));
    }

    /** Returns the name of a place outside the archive, such as 五常镇金山村. */
    public String farPlace(String code) {
        var path = divisions.path(DivisionCode.of(code));
        return path.subList(Math.max(0, path.size() - 2), path.size()).stream()
                .map(Division::shortName)
                .collect(Collectors.joining());
    }

    /**
     * Returns the full name of the new place if the subject moved out of this archive. The record is then read-only
     * here.
     */
    public Optional<String> movedTo(Template template, Content content) {
        return template.place()
                .flatMap(content::get)
                .filter(code -> !Territory.of(store.region()).holds(code))
                .map(code -> divisions.fullPath(DivisionCode.of(code)));
    }

    /** Returns a search for archives of one kind with the same document number. */
    public Twins twins() {
        return new Twins(store, templates);
    }

    /** Returns a formatter of values for the office audience. It shortens numbers and phones. */
    public FieldText shown(Template template) {
        return new FieldText(template, Audience.OFFICE, this::place);
    }
}
