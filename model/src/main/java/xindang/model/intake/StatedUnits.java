package xindang.model.intake;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import xindang.model.template.FieldType;

/**
 * The units that a row above the headings states for all columns: 单位：元、亩. A unit applies to columns without a unit of
 * their own, of amounts or of areas.
 *
 * @param money unit of amounts, with the row that states it
 * @param area unit of areas, with the row that states it
 */
record StatedUnits(Optional<Stated> money, Optional<Stated> area) {
    static final StatedUnits NONE = new StatedUnits(Optional.empty(), Optional.empty());

    private static final Pattern UNIT = Pattern.compile("单位\\s*[:：]?\\s*([^\\s()（）【】\\[\\]:：]{1,20})");
    private static final Pattern BETWEEN = Pattern.compile("[,，、;；/和及]");
    private static final Set<String> MONEY = Set.of("元", "千元", "万元", "亿元");
    private static final Set<String> AREA = Set.of("亩", "垧", "公顷");

    /**
     * A unit and where it was found.
     *
     * @param row number of the row
     */
    record Stated(String unit, int row) {}

    static StatedUnits of(List<SheetRow> titles) {
        Map<String, Integer> money = new LinkedHashMap<>();
        Map<String, Integer> area = new LinkedHashMap<>();
        for (var row : titles) {
            for (var cell : row.cells()) {
                var found = UNIT.matcher(Normalizer.normalize(cell.text(), Normalizer.Form.NFKC));
                while (found.find()) {
                    for (var word : BETWEEN.split(found.group(1))) {
                        if (MONEY.contains(word)) {
                            money.putIfAbsent(word, row.number());
                        } else if (AREA.contains(word)) {
                            area.putIfAbsent(word, row.number());
                        }
                    }
                }
            }
        }
        return new StatedUnits(only(money), only(area));
    }

    /** Two units of one kind apply to nobody knows which columns. */
    private static Optional<Stated> only(Map<String, Integer> units) {
        return units.size() == 1
                ? units.entrySet().stream()
                        .map(unit -> new Stated(unit.getKey(), unit.getValue()))
                        .findFirst()
                : Optional.empty();
    }

    /** Returns the unit for a column without one. */
    Optional<Stated> of(FieldType type) {
        return switch (type) {
            case MONEY, BALANCE -> money;
            case AREA -> area;
            default -> Optional.empty();
        };
    }
}
