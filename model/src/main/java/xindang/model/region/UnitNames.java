package xindang.model.region;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import xindang.model.value.DivisionLevel;

/** The names of provinces, cities, counties and townships in the written path of a village. */
final class UnitNames {
    private static final int SHORTEST_STEM = 2;
    private static final int SHORTEST_VILLAGE = 3;
    private static final String FORMER_FILE = "former-names.csv";

    /** The names that units had before, by the code that the unit has now. */
    private static final Map<String, List<String>> FORMER = former();

    private static Map<String, List<String>> former() {
        try (var in = UnitNames.class.getResourceAsStream(FORMER_FILE)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without " + FORMER_FILE);
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
            return lines.skip(1)
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.groupingBy(
                            cells -> cells[1], Collectors.mapping(cells -> cells[0], Collectors.toList())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UnitNames() {}

    static Set<String> of(Division unit) {
        Set<String> names = full(unit);
        String ending = unit.level() == DivisionLevel.TOWNSHIP ? "(?:街道办事处|街道|镇|乡)$" : "(?:省|市|区|县)$";
        String stem = plain(unit).replaceFirst(ending, "");
        if (stem.length() >= SHORTEST_STEM) {
            names.add(stem);
        }
        if (unit.name().endsWith("街道")) {
            names.add(unit.name() + "办事处");
            names.add(unit.name() + "办");
        }
        return names;
    }

    /** Returns the names with the word for the kind of unit: 拉林满族镇 and 拉林镇. */
    static Set<String> full(Division unit) {
        Set<String> names = new LinkedHashSet<>();
        names.add(unit.name());
        names.add(plain(unit));
        names.addAll(FORMER.getOrDefault(unit.code().digits(), List.of()));
        return names;
    }

    /** Returns whether a text names a village: 太平村 in 太平村花名册, and not in 太平村镇银行. */
    static boolean isNamed(String village, String text) {
        if (village.length() < SHORTEST_VILLAGE) {
            return false;
        }
        for (int at = text.indexOf(village); at >= 0; at = text.indexOf(village, at + 1)) {
            int end = at + village.length();
            if (end == text.length() || "镇乡".indexOf(text.charAt(end)) < 0) {
                return true;
            }
        }
        return false;
    }

    private static String plain(Division unit) {
        return unit.name().replaceAll("(?:满|朝鲜|回|蒙古|锡伯|达斡尔|鄂温克|鄂伦春|赫哲|柯尔克孜)族", "");
    }
}
