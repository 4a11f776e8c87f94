package xindang.model.region;

import java.util.LinkedHashSet;
import java.util.Set;
import xindang.model.value.DivisionLevel;

/** The names of provinces, cities, counties and townships in the written path of a village. */
final class UnitNames {
    private static final int SHORTEST_STEM = 2;

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
        return names;
    }

    private static String plain(Division unit) {
        return unit.name().replaceAll("(?:满|朝鲜|回|蒙古|锡伯|达斡尔|鄂温克|鄂伦春|赫哲|柯尔克孜)族", "");
    }
}
