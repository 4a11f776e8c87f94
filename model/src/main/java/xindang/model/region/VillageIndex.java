package xindang.model.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xindang.model.value.DivisionCode;
import xindang.model.value.DivisionLevel;
import xindang.model.value.PlainText;

/** Finds villages by their usual names. Every unit above the villages has a hash of the names inside it. */
final class VillageIndex {
    private static final int SUGGESTIONS = 3;
    private static final Pattern SEPARATORS = Pattern.compile("[-\u2010-\u2015\u2212/>,、·.:;]");
    /** The twelve digits of a village, and the three zeros for the group that some offices write behind them. */
    private static final Pattern VILLAGE_DIGITS = Pattern.compile("([0-9]{12})(?:000)?");

    private static final Pattern UNIT_DIGITS = Pattern.compile("[0-9]{2,12}");
    private static final Pattern OLD_UNIT = Pattern.compile("(?:生产大队|大队|生产队|屯)$");
    private static final int SHORTEST_UNIT_NAME = 2;
    private static final int LONGEST_UNIT_NAME = 30;

    /** The villages by stem, and the units by name, inside one unit. */
    private record Names(Map<String, List<Division>> villages, Map<String, List<DivisionCode>> units) {
        Names() {
            this(new HashMap<>(), new HashMap<>());
        }

        void unit(String name, DivisionCode leadsTo) {
            units.computeIfAbsent(name, n -> new ArrayList<>()).add(leadsTo);
        }
    }

    private final Map<DivisionCode, Names> inside = new HashMap<>();
    private final Map<DivisionCode, VillageName> names = new HashMap<>();
    private final Map<DivisionCode, Division> byCode;

    VillageIndex(Map<DivisionCode, Division> byCode) {
        this.byCode = byCode;
        byCode.values().forEach(this::add);
        inside.forEach(this::addNamesAbove);
    }

    private void add(Division division) {
        if (division.level() != DivisionLevel.VILLAGE) {
            inside.computeIfAbsent(division.code(), code -> new Names());
        }
        for (Optional<DivisionCode> above = division.parent();
                above.isPresent();
                above = above.flatMap(DivisionCode::parent)) {
            Names there = inside.computeIfAbsent(above.get(), code -> new Names());
            if (division.level() == DivisionLevel.VILLAGE) {
                VillageName name = VillageName.of(division.name());
                names.put(division.code(), name);
                there.villages
                        .computeIfAbsent(name.stem(), stem -> new ArrayList<>())
                        .add(division);
            } else {
                UnitNames.of(division).forEach(name -> there.unit(name, division.code()));
            }
        }
    }

    /** Adds the unit itself and the units above, because a written path may begin with one of them. */
    private void addNamesAbove(DivisionCode container, Names there) {
        for (Optional<DivisionCode> above = Optional.of(container);
                above.isPresent();
                above = above.flatMap(DivisionCode::parent)) {
            Division unit = byCode.get(above.get());
            if (unit != null) {
                UnitNames.of(unit).forEach(name -> there.unit(name, container));
            }
        }
    }

    Lookup find(String nameAsWritten, DivisionCode within) {
        String text = SEPARATORS.matcher(PlainText.compact(nameAsWritten)).replaceAll("");
        Matcher digits = VILLAGE_DIGITS.matcher(text);
        if (digits.matches()) {
            return byCode(digits.group(1), within);
        }
        DivisionCode container =
                within.level() == DivisionLevel.VILLAGE ? within.parent().orElse(within) : within;
        Collection<Division> meant = resolve(text, container);
        List<Division> here =
                meant.stream().filter(d -> within.contains(d.code())).toList();
        return switch (here.size()) {
            case 0 -> new Lookup.Unknown(suggestions(text, within, container));
            case 1 -> new Lookup.Found(here.get(0));
            default -> new Lookup.Ambiguous(here);
        };
    }

    /** Returns the units above villages that a text names; a unit above {@code within} as {@code within}. */
    List<DivisionCode> units(String nameAsWritten, DivisionCode within) {
        String text = SEPARATORS.matcher(PlainText.compact(nameAsWritten)).replaceAll("");
        DivisionCode container =
                within.level() == DivisionLevel.VILLAGE ? within.parent().orElse(within) : within;
        Set<DivisionCode> found = new LinkedHashSet<>();
        if (UNIT_DIGITS.matcher(text).matches()) {
            DivisionCode.read(text)
                    .value()
                    .filter(code -> byCode.containsKey(code) && code.level() != DivisionLevel.VILLAGE)
                    .filter(code -> code.contains(container) || container.contains(code))
                    .map(code -> code.contains(container) ? container : code)
                    .ifPresent(found::add);
        } else {
            addUnits(text, container, found);
        }
        return List.copyOf(found);
    }

    private void addUnits(String text, DivisionCode container, Set<DivisionCode> found) {
        found.addAll(unitsOf(text, container));
        int longest = Math.min(text.length() - 1, LONGEST_UNIT_NAME);
        for (int cut = longest; found.isEmpty() && cut >= SHORTEST_UNIT_NAME; cut--) {
            String tail = text.substring(cut);
            for (DivisionCode unit : unitsOf(text.substring(0, cut), container)) {
                addUnits(tail, unit, found);
            }
        }
    }

    private Lookup byCode(String digits, DivisionCode within) {
        Optional<Division> division =
                DivisionCode.read(digits).value().flatMap(c -> Optional.ofNullable(byCode.get(c)));
        if (division.isEmpty() || division.get().level() != DivisionLevel.VILLAGE) {
            return new Lookup.Unknown(List.of());
        }
        return within.contains(division.get().code())
                ? new Lookup.Found(division.get())
                : new Lookup.Unknown(List.of(division.get()));
    }

    /**
     * Returns the villages of the container that match the text: by name alone, or by a path that begins at any unit
     * above.
     */
    private Set<Division> resolve(String text, DivisionCode container) {
        Set<Division> named = named(text, container);
        int longest = Math.min(text.length() - 1, LONGEST_UNIT_NAME);
        for (int cut = longest; named.isEmpty() && cut >= SHORTEST_UNIT_NAME; cut--) {
            String tail = text.substring(cut);
            for (DivisionCode unit : unitsOf(text.substring(0, cut), container)) {
                named.addAll(resolve(tail, unit));
            }
        }
        return named;
    }

    private Set<Division> named(String text, DivisionCode container) {
        VillageName written = VillageName.of(text);
        Set<Division> found = new LinkedHashSet<>();
        for (Division village : villages(container, written.stem())) {
            if (written.mayMean(nameOf(village))) {
                found.add(village);
            }
        }
        if (found.isEmpty()) {
            // 新村 is the usual name of 新村社区: the whole text may be the name itself
            found.addAll(villages(container, text));
        }
        return found;
    }

    private List<DivisionCode> unitsOf(String name, DivisionCode container) {
        Names there = inside.get(container);
        return there == null ? List.of() : there.units.getOrDefault(name, List.of());
    }

    private List<Division> villages(DivisionCode container, String stem) {
        Names there = inside.get(container);
        return there == null ? List.of() : there.villages.getOrDefault(stem, List.of());
    }

    private VillageName nameOf(Division village) {
        VillageName known = names.get(village.code());
        return known == null ? VillageName.of(village.name()) : known;
    }

    private List<Division> suggestions(String text, DivisionCode within, DivisionCode container) {
        Set<Division> suggested = new LinkedHashSet<>();
        DivisionCode county = within.at(DivisionLevel.COUNTY).orElse(within);
        Set<Division> elsewhere = resolve(text, county);
        if (elsewhere.size() == 1) {
            suggested.addAll(elsewhere);
        }
        String stem = VillageName.of(OLD_UNIT.matcher(text).replaceFirst("")).stem();
        Names there = inside.get(container);
        if (there != null) {
            there.villages.keySet().stream()
                    .filter(other -> Resemblance.distance(stem, other).isPresent())
                    .sorted(Comparator.<String, Integer>comparing(
                                    other -> Resemblance.distance(stem, other).orElseThrow())
                            .thenComparing(Comparator.naturalOrder()))
                    .limit(SUGGESTIONS)
                    .forEach(other -> suggested.addAll(villages(container, other)));
        }
        return suggested.stream().limit(SUGGESTIONS).toList();
    }
}
