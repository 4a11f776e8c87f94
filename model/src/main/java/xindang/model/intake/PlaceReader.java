package xindang.model.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import xindang.model.archive.Paths;
import xindang.model.common.Violation;
import xindang.model.law.Gate;
import xindang.model.region.Division;
import xindang.model.region.Divisions;
import xindang.model.region.Lookup;
import xindang.model.region.VillageGroup;
import xindang.model.region.WrittenPlace;
import xindang.model.template.Field;
import xindang.model.template.Template;
import xindang.model.value.DivisionCode;
import xindang.model.value.DivisionLevel;

/**
 * Finds the place of each row. A county, a township, a village and a group may each have a column, or share one. Where no
 * cell names a village, the place comes from the person who imports, the sheet, a title or the file. Cells that
 * contradict each other are a reason to reject the row.
 */
final class PlaceReader {
    /** Maximum number of different places in the cache. */
    private static final int MOST = 20_000;

    private final Divisions divisions;
    private final DivisionCode within;
    private final Optional<DivisionCode> given;
    private final PlaceHint hint;
    private final List<Column> units;
    private final Optional<Column> village;
    private final Optional<Column> group;
    private final boolean isVillageRequired;
    private final Map<List<String>, Placed> known = new HashMap<>();
    private final Map<PlacedRows, Integer> counts = new LinkedHashMap<>();

    /** @param given the village, or a unit above it, that a person gave for the whole import */
    PlaceReader(
            Template template,
            Divisions divisions,
            DivisionCode within,
            Optional<DivisionCode> given,
            PlaceHint hint,
            List<Column> columns) {
        this.divisions = divisions;
        this.within = within;
        this.given = given;
        this.hint = hint;
        units = columns.stream().filter(c -> c.use() == Column.Use.PLACE).toList();
        village = at(columns, template.place());
        group = at(columns, groupPath(template));
        isVillageRequired = template.place()
                .flatMap(template::field)
                .filter(Field::required)
                .isPresent();
    }

    /** Returns the path of the group below the village, if the template has it. */
    static Optional<String> groupPath(Template template) {
        return template.place()
                .map(place -> Paths.of(Paths.block(place), "group"))
                .filter(path -> template.field(path).isPresent());
    }

    private static Optional<Column> at(List<Column> columns, Optional<String> path) {
        return columns.stream()
                .filter(column -> path.isPresent() && column.path().equals(path))
                .findFirst();
    }

    /**
     * The place of a row.
     *
     * @param code empty when no cell and nothing else names it
     * @param group canonical group, when a cell names one
     * @param wrong why the row is rejected
     */
    record Placed(Optional<DivisionCode> code, PlaceFrom from, Optional<String> group, Optional<Wrong> wrong) {
        static Placed at(DivisionCode code, PlaceFrom from) {
            return new Placed(Optional.of(code), from, Optional.empty(), Optional.empty());
        }

        static Placed nowhere() {
            return new Placed(Optional.empty(), PlaceFrom.ARCHIVE, Optional.empty(), Optional.empty());
        }

        static Placed wrong(Optional<Column> column, Violation why) {
            return new Placed(
                    Optional.empty(), PlaceFrom.COLUMN, Optional.empty(), Optional.of(new Wrong(column, why)));
        }

        Placed in(Optional<String> of) {
            return new Placed(code, from, of, wrong);
        }
    }

    /** A reason to reject a row, with the column that it came from; empty for a title. */
    record Wrong(Optional<Column> column, Violation why) {}

    Placed read(SheetRow row) {
        var key = new ArrayList<String>();
        units.forEach(column -> key.add(text(row, column)));
        village.ifPresent(column -> key.add(text(row, column)));
        group.ifPresent(column -> key.add(text(row, column)));
        var placed = known.get(key);
        if (placed == null) {
            placed = find(row);
            if (known.size() < MOST) {
                known.put(key, placed);
            }
        }
        if (placed.wrong().isEmpty()) {
            var code = placed.code().map(DivisionCode::padded);
            if (code.isPresent() || within.level() == DivisionLevel.VILLAGE) {
                counts.merge(new PlacedRows(code.orElse(within.padded()), placed.from(), 0), 1, Integer::sum);
            }
        }
        return placed;
    }

    /** Returns how many rows were read in each place so far. */
    List<PlacedRows> counts() {
        return counts.entrySet().stream()
                .map(count ->
                        new PlacedRows(count.getKey().code(), count.getKey().from(), count.getValue()))
                .toList();
    }

    private static String text(SheetRow row, Column column) {
        return row.cell(column.index()).text().strip();
    }

    private Placed find(SheetRow row) {
        var narrowed = List.of(within);
        Optional<Column> narrowing = Optional.empty();
        for (var column : units) {
            var text = text(row, column);
            if (text.isEmpty()) {
                continue;
            }
            var next = new LinkedHashSet<DivisionCode>();
            narrowed.forEach(unit -> next.addAll(unitsIn(text, unit)));
            if (next.isEmpty()) {
                return Placed.wrong(Optional.of(column), noUnit(row, column, narrowing));
            }
            narrowed = List.copyOf(next);
            narrowing = Optional.of(column);
        }
        return group(row, village(row, narrowed, narrowing), narrowed);
    }

    private List<DivisionCode> unitsIn(String text, DivisionCode unit) {
        var found = divisions.units(text, unit);
        return found.isEmpty() ? divisions.units(Gate.simplified(text), unit) : found;
    }

    private Violation noUnit(SheetRow row, Column column, Optional<Column> narrowing) {
        var text = text(row, column);
        if (narrowing.isPresent() && !unitsIn(text, within).isEmpty()) {
            return contradiction(row, narrowing.get(), column);
        }
        var elsewhere = unitsIn(text, divisions.root().code());
        return elsewhere.isEmpty()
                ? Violation.of("intake.place.unknown", text, divisions.fullPath(within))
                : Violation.of(
                        "intake.village.elsewhere",
                        text,
                        divisions.fullPath(elsewhere.get(0)),
                        divisions.fullPath(within));
    }

    private static Violation contradiction(SheetRow row, Column one, Column other) {
        return Violation.of(
                "intake.place.contradicts", one.heading(), text(row, one), other.heading(), text(row, other));
    }

    private Placed village(SheetRow row, List<DivisionCode> narrowed, Optional<Column> narrowing) {
        var written = village.map(column -> text(row, column)).orElse("");
        if (written.isEmpty()) {
            return unwritten(narrowed);
        }
        var column = village.orElseThrow();
        for (var reading : WrittenPlace.readings(written)) {
            var found = villages(reading.village(), narrowed);
            if (found.size() > 1) {
                found = narrowed(found);
            }
            if (found.size() == 1) {
                return checked(found.get(0).code(), written, column).in(reading.group());
            }
            if (found.size() > 1) {
                return Placed.wrong(village, Violation.of("intake.village.ambiguous", written, names(found)));
            }
        }
        var anywhere = WrittenPlace.readings(written).stream()
                .anyMatch(
                        reading -> !villages(reading.village(), List.of(within)).isEmpty());
        if (narrowing.isPresent() && anywhere) {
            return Placed.wrong(village, contradiction(row, narrowing.get(), column));
        }
        return noVillage(written, narrowed);
    }

    /** A cell that names a township where a village belongs: the place of a firm, and no place of a household. */
    private Placed noVillage(String written, List<DivisionCode> narrowed) {
        var unit = narrowed.stream()
                .flatMap(in -> unitsIn(written, in).stream())
                .distinct()
                .toList();
        if (unit.size() == 1 && !isVillageRequired) {
            return Placed.at(unit.get(0), PlaceFrom.COLUMN);
        }
        return Placed.wrong(village, unit.isEmpty() ? unknown(written) : Violation.of("intake.village.unit", written));
    }

    /** Returns the place of a row whose cells name no village. */
    private Placed unwritten(List<DivisionCode> narrowed) {
        if (given.filter(code -> code.level() == DivisionLevel.VILLAGE).isPresent()) {
            var code = given.orElseThrow();
            return narrowed.stream().anyMatch(unit -> unit.contains(code))
                    ? Placed.at(code, PlaceFrom.GIVEN)
                    : Placed.wrong(
                            units.stream().findFirst(),
                            Violation.of("intake.place.given", divisions.fullPath(code), paths(narrowed)));
        }
        if (given.isEmpty() && isVillageRequired && hint.villages().size() == 1) {
            var code = hint.villages().get(0).code();
            if (within.contains(code) && narrowed.stream().anyMatch(unit -> unit.contains(code))) {
                return Placed.at(code, hint.from());
            }
            if (within.level() == DivisionLevel.VILLAGE || within.contains(code)) {
                return Placed.wrong(
                        Optional.empty(),
                        Violation.of(
                                "intake.place.title",
                                Repeated.name(hint.text()),
                                divisions.fullPath(code),
                                paths(narrowed)));
            }
        }
        if (within.level() == DivisionLevel.VILLAGE) {
            return Placed.nowhere();
        }
        if (narrowed.size() == 1 && !narrowed.get(0).equals(within) && !isVillageRequired) {
            return Placed.at(narrowed.get(0), PlaceFrom.COLUMN);
        }
        return village.isPresent() ? Placed.wrong(village, Violation.of("intake.village.missing")) : Placed.nowhere();
    }

    /** Refuses a village of a cell that is outside the place that a person gave. */
    private Placed checked(DivisionCode found, String written, Column column) {
        return given.filter(code -> !code.contains(found))
                .map(code -> Placed.wrong(
                        Optional.of(column), Violation.of("intake.place.given", divisions.fullPath(code), written)))
                .orElseGet(() -> Placed.at(found, PlaceFrom.COLUMN));
    }

    private List<Division> villages(String written, List<DivisionCode> narrowed) {
        var found = new LinkedHashSet<Division>();
        for (var unit : narrowed) {
            var in = unit.contains(within) ? within : unit;
            var lookup = divisions.village(written, in);
            if (lookup instanceof Lookup.Unknown) {
                lookup = divisions.village(Gate.simplified(written), in);
            }
            if (lookup instanceof Lookup.Found one) {
                found.add(one.division());
            } else if (lookup instanceof Lookup.Ambiguous many) {
                found.addAll(many.candidates());
            }
        }
        return List.copyOf(found);
    }

    /** Chooses among villages of one name by the place that a person gave, or by the township that the titles name. */
    private List<Division> narrowed(List<Division> found) {
        var one = given.or(hint::township)
                .map(unit -> found.stream()
                        .filter(village -> unit.contains(village.code()))
                        .toList())
                .orElse(List.of());
        return one.size() == 1 ? one : found;
    }

    /** Reads the group, in its own column or behind the village. Both must agree. */
    private Placed group(SheetRow row, Placed placed, List<DivisionCode> narrowed) {
        var written = group.map(column -> text(row, column)).orElse("");
        var isDecided = placed.wrong().isPresent() && !isMissing(placed);
        if (isDecided || written.isEmpty()) {
            return placed;
        }
        var column = group.orElseThrow();
        for (var reading : WrittenPlace.readings(written)) {
            if (reading.village().matches(".*(?:村|社区|委会|委员会|[0-9]{12})") && !isNumbered(reading.village())) {
                var found = villages(reading.village(), narrowed);
                if (found.size() == 1) {
                    return combined(row, placed, found.get(0).code(), column).in(reading.group());
                }
            }
        }
        var own = VillageGroup.read(written.replaceFirst("^([0-9]{1,2})\\.0+$", "$1"))
                .value()
                .filter(read -> read.number().isPresent())
                .map(VillageGroup::label);
        if (own.isPresent() && placed.group().isPresent() && !placed.group().equals(own)) {
            return Placed.wrong(group, contradiction(row, village.orElse(column), column));
        }
        return own.isPresent() ? placed.in(own) : placed;
    }

    private static boolean isMissing(Placed placed) {
        return placed.wrong()
                .filter(wrong -> wrong.why().code().equals("intake.village.missing"))
                .isPresent();
    }

    private static boolean isNumbered(String text) {
        return VillageGroup.read(text)
                .value()
                .filter(group -> group.number().isPresent())
                .isPresent();
    }

    private Placed combined(SheetRow row, Placed placed, DivisionCode found, Column column) {
        var isOther = placed.from() == PlaceFrom.COLUMN
                && placed.code().filter(code -> !code.equals(found)).isPresent();
        return isOther
                ? Placed.wrong(group, contradiction(row, village.orElse(column), column))
                : checked(found, text(row, column), column);
    }

    private Violation unknown(String written) {
        var here = divisions.fullPath(within);
        for (var level : List.of(DivisionLevel.TOWNSHIP, DivisionLevel.COUNTY)) {
            if (divisions.village(written, within.at(level).orElse(within)) instanceof Lookup.Found elsewhere) {
                var there = divisions.fullPath(elsewhere.division().code());
                return Violation.of("intake.village.elsewhere", written, there, here);
            }
        }
        var near = divisions.village(written, within) instanceof Lookup.Unknown unknown
                ? unknown.suggestions().stream()
                        .filter(village -> within.contains(village.code()))
                        .toList()
                : List.<Division>of();
        return near.isEmpty()
                ? Violation.of("intake.village.unknown", written, here)
                : Violation.of("intake.village.suggested", written, here, names(near));
    }

    private String paths(List<DivisionCode> units) {
        return units.stream().map(divisions::fullPath).collect(Collectors.joining("、"));
    }

    /** Returns the names of villages with the units between them and the archive's own. */
    private String names(List<Division> candidates) {
        return candidates.stream()
                .map(village -> divisions.path(village.code()).stream()
                        .filter(unit ->
                                within.contains(unit.code()) && !unit.code().equals(within))
                        .map(Division::shortName)
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("、"));
    }
}
