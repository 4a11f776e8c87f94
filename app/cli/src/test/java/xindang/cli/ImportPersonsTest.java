package xindang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import xindang.model.common.Progress;
import xindang.model.json.JsonValue;
import xindang.model.practice.Invented;
import xindang.model.value.Sex;
import xindang.persistence.sheet.SheetFiles;
import xindang.persistence.sheet.SheetWriter;

/** Imports sheets with one row for each person from the command line. */
class ImportPersonsTest extends ShellOffice {
    private static final List<String> HEADINGS = List.of("行政村", "姓名", "与户主关系", "身份证号");

    private final Invented invented = new Invented(815, LocalDate.of(2026, 11, 18));
    private final String guan = number(Sex.MALE);
    private final String he = number(Sex.FEMALE);
    private final String na = number(Sex.MALE);
    private final String wu = number(Sex.FEMALE);

    @Test
    void theSheetsOfAllVillagesAreHouseholdsWithMembers() {
        init();
        var file = folder.resolve("名册.xlsx");
        SheetWriter.write(
                file,
                List.of(
                        page("后红村", row("后红村", "关庆林", "户主", guan), row("后红村", "何秀兰", "妻", he)),
                        page("双桥村", row("双桥村", "吴桂芝", "妻", wu), row("双桥村", "那守田", "户主", na))));
        var problems = folder.resolve("问题.xlsx");

        var result = run(1, file, "--problems", problems.toString());
        assertEquals("person", result.text("shape"));
        assertEquals(List.of("后红村", "双桥村"), result.texts("sheets"));
        assertEquals(List.of(6L, 3L, 1L, 2L), numbers(result, "rows", "accepted", "rejected", "nonRows"));
        assertEquals(List.of(2L, 2L, 3L), numbers(result, "created", "households", "people"));
        var problem = result.list("problems").get(0);
        assertEquals(
                List.of("双桥村", "名册.xlsx", "household.head.missing"),
                List.of(problem.text("sheet"), problem.text("file"), problem.text("code")));
        var returned = SheetFiles.read(problems, Progress.NONE);
        assertEquals(
                List.of("双桥村 1"), returned.stream().map(sheet -> sheet.name()).toList());
        assertEquals(2, returned.get(0).rows().size());

        assertEquals(2, run(1, file).number("unchanged"));
        var byRow = run(1, file, "--shape", "household", "--dry-run");
        assertEquals("household", byRow.text("shape"));
        assertEquals(
                List.of("household.head.member"),
                byRow.list("problems").stream().map(one -> one.text("code")).toList());
    }

    @Test
    void membersComeIntoTheHouseholdsOfSeveralFiles() {
        init();
        var first = file("甲.xlsx", "行政村|户主姓名|户主身份证号", "后红村|关庆林|" + guan);
        var second = file("乙.xlsx", "户主姓名|户主身份证号|行政村", "那守田|" + na + "|双桥村");
        var roster = shell.json(0, "import", first.toString(), second.toString(), "--archive", archive);
        assertEquals(2, roster.number("created"));
        assertEquals(
                List.of("甲.xlsx", "乙.xlsx"),
                roster.list("files").stream().map(one -> one.text("file")).toList());

        var members =
                file("成员.xlsx", "户主身份证号|成员姓名|与户主关系|成员身份证号", guan + "|何秀兰|妻|" + he, number(Sex.MALE) + "|吴桂芝|妻|" + wu);
        var result = run(1, members, "--members");
        assertEquals(List.of(1L, 1L, 1L), numbers(result, "updated", "people", "rejected"));
        assertEquals("member.household.unknown", result.list("problems").get(0).text("code"));
        assertEquals(1, run(1, members, "--members").number("unchanged"));
    }

    @Test
    void aNameAndANumberOfDifferentPeopleAreRefusedByTheirColumns() {
        init();
        var file = file("评议.xlsx", "户主姓名|评议对象|身份证号|行政村", "关庆林|何秀兰|" + he + "|后红村");
        var message = run(20, file).at("error").text("message");
        assertTrue(message.contains("户主姓名") && message.contains("评议对象"), message);
    }

    private JsonValue run(int exit, Path file, String... more) {
        var words = new ArrayList<>(List.of("import", file.toString(), "--archive", archive));
        words.addAll(List.of(more));
        return shell.json(exit, words.toArray(String[]::new));
    }

    private static List<Long> numbers(JsonValue result, String... names) {
        return Arrays.stream(names).map(result::number).toList();
    }

    /** Writes a sheet. The lines are its rows, with {@code |} between the cells. */
    private Path file(String name, String... lines) {
        var file = folder.resolve(name);
        SheetWriter.write(
                file,
                "Sheet1",
                0,
                Arrays.stream(lines).map(line -> List.of(line.split("\\|", -1))).toList());
        return file;
    }

    private static SheetWriter.Page page(String name, List<String> first, List<String> second) {
        return new SheetWriter.Page(name, 0, List.of(HEADINGS, first, second));
    }

    private static List<String> row(String... cells) {
        return List.of(cells);
    }

    private String number(Sex sex) {
        return invented.residentNumber(sex, invented.birthDate(30, 60)).toString();
    }
}
