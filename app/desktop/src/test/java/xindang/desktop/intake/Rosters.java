package xindang.desktop.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import xindang.desktop.Bench;
import xindang.model.intake.Cell;

/** Roster files of invented households with the usual errors of offices. */
public final class Rosters {
    private static final int HEADER = 2;
    private static final int NAME = 3;
    private static final int NUMBER = 4;
    private static final int PHONE = 5;
    private static final int PEOPLE = 6;
    private static final int LAND = 10;

    private Rosters() {}

    /** Writes a correct roster. */
    public static Path plain(Path folder, int households) {
        return write(folder.resolve("拉林镇农户花名册2026.csv"), rows(households));
    }

    /** Writes a roster with forbidden columns, unreadable cells, and repeated and damaged numbers. */
    public static Path faulty(Path folder, int households) {
        var rows = rows(households);
        rows.get(HEADER).add("宗教信仰");
        rows.get(HEADER).add("疾病史");
        rows.get(HEADER).add("介绍人");
        for (var i = HEADER + 1; i < rows.size() - 1; i++) {
            var row = rows.get(i);
            row.add("无");
            row.add("无");
            row.add("");
            switch (i % 23) {
                case 4 ->
                    row.set(
                            NUMBER,
                            row.get(NUMBER).substring(0, 12) + "X"
                                    + row.get(NUMBER).substring(13));
                case 7 -> row.set(NAME, "");
                case 9 -> row.set(NUMBER, rows.get(HEADER + 1).get(NUMBER));
                case 11 -> row.set(PEOPLE, "四口");
                case 13 ->
                    row.set(
                            NAME,
                            row.get(NAME).substring(0, 1) + "　" + row.get(NAME).substring(1));
                case 15 -> row.set(PHONE, "1381234");
                case 17 -> row.set(LAND, "约三垧");
                case 19 ->
                    row.set(
                            NUMBER,
                            row.get(NUMBER).substring(0, 6) + row.get(NUMBER).substring(8, 17));
                default -> {}
            }
        }
        return write(folder.resolve("拉林镇农户花名册2026.csv"), rows);
    }

    private static List<List<String>> rows(int households) {
        return Bench.roster(households).rows().stream()
                .map(row -> row.cells().stream().map(Cell::text).collect(Collectors.toCollection(ArrayList::new)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Path write(Path file, List<List<String>> rows) {
        var text = rows.stream()
                .map(row -> row.stream().map(cell -> '"' + cell + '"').collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
