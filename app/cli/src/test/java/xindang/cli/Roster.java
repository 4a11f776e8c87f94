package xindang.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import xindang.model.practice.Invented;
import xindang.model.value.Sex;
import xindang.persistence.sheet.SheetWriter;

/** Writes sheets with invented people. */
final class Roster {
    static final String TOWN = "230184101";

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final List<String> HEADINGS = List.of("户主姓名", "身份证号", "行政村", "联系电话", "家庭人口", "存款（元）", "宗教信仰");

    private final Invented invented = new Invented(4711, TODAY);

    List<List<String>> rows(int households) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("2025年花名册"));
        rows.add(HEADINGS);
        for (var n = 0; n < households; n++) {
            rows.add(row("双桥村"));
        }
        return rows;
    }

    List<String> row(String village) {
        var number =
                invented.residentNumber(Sex.MALE, invented.birthDate(30, 60)).toString();
        return List.of(
                invented.name(Sex.MALE).toString(),
                number,
                village,
                invented.phone().toString(),
                "3",
                "12000",
                "某教");
    }

    static Path write(Path file, List<List<String>> rows) {
        SheetWriter.write(file, "Sheet1", 1, rows);
        return file;
    }
}
