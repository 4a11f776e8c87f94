package xindang.model.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import xindang.model.region.Division;
import xindang.model.region.Divisions;
import xindang.model.region.Lookup;
import xindang.model.value.DivisionCode;

/**
 * The place that the titles, the name of the sheet and the name of the file state for all rows.
 *
 * @param villages the villages that are named; more than one is no hint
 * @param township the only township that is named
 * @param from where the villages are named
 * @param text the text that names them
 */
record PlaceHint(List<Division> villages, Optional<DivisionCode> township, PlaceFrom from, String text) {
    /** Returns the hint of a sheet. The name of a sheet is closer to its rows than a title, and a title closer than the file. */
    static PlaceHint of(Sheet sheet, List<String> titles, Divisions divisions, DivisionCode within) {
        var all = new ArrayList<>(titles);
        all.add(0, sheet.file());
        all.add(0, sheet.name());
        var township = divisions.townshipNamedIn(String.join("\n", all), within).map(Division::code);
        var narrowed = township.filter(code -> within.contains(code)).orElse(within);
        if (divisions.village(sheet.name(), narrowed) instanceof Lookup.Found found) {
            return new PlaceHint(List.of(found.division()), township, PlaceFrom.SHEET, sheet.name());
        }
        var texts = List.of(sheet.name(), String.join("\n", titles), sheet.file());
        var froms = List.of(PlaceFrom.SHEET, PlaceFrom.TITLE, PlaceFrom.FILE);
        for (var where : List.of(narrowed, divisions.root().code())) {
            for (var i = 0; i < texts.size(); i++) {
                var named = divisions.villagesNamedIn(texts.get(i), where);
                if (!named.isEmpty()) {
                    return new PlaceHint(named, township, froms.get(i), line(texts.get(i), named));
                }
            }
        }
        return new PlaceHint(List.of(), township, PlaceFrom.TITLE, "");
    }

    private static String line(String text, List<Division> named) {
        return text.lines()
                .filter(line -> named.stream().anyMatch(village -> line.contains(village.shortName())))
                .findFirst()
                .map(String::strip)
                .orElse(named.stream().map(Division::shortName).collect(Collectors.joining("、")));
    }
}
