package xindang.model.region;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import xindang.model.value.DivisionCode;
import xindang.model.value.DivisionLevel;
import xindang.model.value.PlainText;

/** The table of divisions as an immutable tree. Finds a unit by hash. */
public final class Divisions {
    private static final String HARBIN = "harbin-divisions.csv";

    /** Reads the shipped table on first use. */
    private static final class Shipped {
        private static final Divisions TABLE = load();

        private Shipped() {}

        private static Divisions load() {
            try (InputStream in = Divisions.class.getResourceAsStream(HARBIN)) {
                if (in == null) {
                    throw new IllegalStateException("the program was built without " + HARBIN);
                }
                return read(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final Map<DivisionCode, Division> byCode;
    private final Map<DivisionCode, List<Division>> children;
    private final VillageIndex villages;

    private Divisions(Map<DivisionCode, Division> byCode) {
        this.byCode = Collections.unmodifiableMap(byCode);
        this.children = byCode.values().stream()
                .filter(division -> division.parent().isPresent())
                .collect(Collectors.groupingBy(division -> division.parent().orElseThrow()));
        this.villages = new VillageIndex(this.byCode);
    }

    /** Returns the statistical divisions of Harbin, edition of 2023, which ship with the program. */
    public static Divisions harbin() {
        return Shipped.TABLE;
    }

    /**
     * Reads a table of the columns code, level, name, parent with a header line.
     *
     * @throws IOException if the source fails
     * @throws IllegalArgumentException if a row has another form or the table is empty
     */
    public static Divisions read(Reader source) throws IOException {
        Map<DivisionCode, Division> byCode = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(source)) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Division division = row(line);
                byCode.put(division.code(), division);
            }
        }
        if (byCode.isEmpty()) {
            throw new IllegalArgumentException("a table of divisions without rows");
        }
        return new Divisions(byCode);
    }

    private static Division row(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 4 || cells[2].isBlank()) {
            throw new IllegalArgumentException("not a row of divisions: " + line);
        }
        DivisionCode code = DivisionCode.of(cells[0].strip());
        Optional<DivisionCode> parent =
                cells[3].isBlank() ? Optional.empty() : Optional.of(DivisionCode.of(cells[3].strip()));
        return new Division(code, code.level(), cells[2].strip(), parent);
    }

    public Optional<Division> find(DivisionCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Returns the widest unit of the table. */
    public Division root() {
        return byCode.values().iterator().next();
    }

    /** Returns the units directly below, in the order of the table; empty for a village or an unknown code. */
    public List<Division> children(DivisionCode code) {
        return children.getOrDefault(code, List.of());
    }

    /** Returns all villages in a unit, in the order of the table; for a village, returns the village itself. */
    public List<Division> villagesIn(DivisionCode code) {
        Optional<Division> here = find(code);
        if (here.isPresent() && here.get().level() == DivisionLevel.VILLAGE) {
            return List.of(here.get());
        }
        List<Division> found = new ArrayList<>();
        children(code).forEach(child -> found.addAll(villagesIn(child.code())));
        return found;
    }

    /** A village to choose. */
    public record Choice(DivisionCode code, String name) {}

    /**
     * Returns the villages in a unit for a choice on screen, in the order of the table. Each has its usual name. If
     * that name occurs twice, the units between the village and the unit precede it.
     */
    public List<Choice> choices(DivisionCode within) {
        var villages = villagesIn(within);
        var repeated = villages.stream().collect(Collectors.groupingBy(Division::shortName, Collectors.counting()));
        return villages.stream()
                .map(village -> new Choice(
                        village.code(),
                        repeated.getOrDefault(village.shortName(), 1L) > 1
                                ? below(within, village.code())
                                : village.shortName()))
                .toList();
    }

    private String below(DivisionCode within, DivisionCode village) {
        return path(village).stream()
                .filter(unit -> within.contains(unit.code()) && !unit.code().equals(within))
                .map(Division::shortName)
                .collect(Collectors.joining());
    }

    /** Returns the units from the province down to this one. Leaves out units that are not in the table. */
    public List<Division> path(DivisionCode code) {
        List<Division> path = new ArrayList<>();
        for (Optional<DivisionCode> at = Optional.of(code); at.isPresent(); at = at.flatMap(DivisionCode::parent)) {
            at.flatMap(this::find).ifPresent(path::add);
        }
        Collections.reverse(path);
        return List.copyOf(path);
    }

    /**
     * Returns the whole path in words, such as 黑龙江省哈尔滨市五常市拉林满族镇双桥村. Screens always show a village with its path,
     * because village names repeat. Returns the twelve digits of an unknown code.
     */
    public String fullPath(DivisionCode code) {
        return byCode.containsKey(code)
                ? path(code).stream().map(Division::shortName).collect(Collectors.joining())
                : code.padded();
    }

    /** Returns the usual name, such as 双桥村; the twelve digits of an unknown code. */
    public String shortName(DivisionCode code) {
        return find(code).map(Division::shortName).orElseGet(code::padded);
    }

    /** Returns the only township in a unit whose full name occurs in the text, such as 拉林满族镇农户花名册. */
    public Optional<Division> townshipNamedIn(String text, DivisionCode within) {
        String compact = PlainText.compact(text);
        List<Division> named = byCode.values().stream()
                .filter(unit -> unit.level() == DivisionLevel.TOWNSHIP
                        && (within.contains(unit.code()) || unit.code().contains(within)))
                .filter(unit -> UnitNames.full(unit).stream().anyMatch(compact::contains))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /**
     * Returns the villages in a unit whose usual name occurs in the text, such as 拉林满族镇双桥村农户花名册. A name inside a longer
     * name is left out. If the text also names one township, returns only the villages there.
     */
    public List<Division> villagesNamedIn(String text, DivisionCode within) {
        String compact = PlainText.compact(text);
        List<Division> named = villagesIn(within).stream()
                .filter(village -> UnitNames.isNamed(village.shortName(), compact))
                .toList();
        List<Division> longest = named.stream()
                .filter(village -> named.stream()
                        .noneMatch(other ->
                                other.shortName().length() > village.shortName().length()
                                        && other.shortName().contains(village.shortName())))
                .toList();
        return townshipNamedIn(text, within)
                .map(Division::code)
                .filter(township -> longest.stream().anyMatch(village -> township.contains(village.code())))
                .map(township -> longest.stream()
                        .filter(village -> township.contains(village.code()))
                        .toList())
                .orElse(longest);
    }

    /**
     * Returns the counties, townships and other units above villages that a text names, alone or with the units above it:
     * 大贵镇, 木兰县大贵镇, 双城市 for 双城区. A unit above {@code within} is returned as {@code within}, because it contains it.
     */
    public List<DivisionCode> units(String nameAsWritten, DivisionCode within) {
        return villages.units(nameAsWritten, within);
    }

    /**
     * Finds a village by its written name: with or without 村委会, 村民委员会, 村, 社区, 居委会; with a path such as 拉林满族镇双桥村 or 拉林镇
     * 双桥; or its twelve digits.
     *
     * @param within the county, township or other unit in which the village must be
     */
    public Lookup village(String nameAsWritten, DivisionCode within) {
        return villages.find(nameAsWritten, within);
    }
}
