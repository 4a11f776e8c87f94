package xindang.model.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xindang.model.intake.RosterOffice.OPTIONS;
import static xindang.model.intake.RosterOffice.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.Row;
import xindang.model.law.Due;

/** An old file never replaces what somebody typed after the last import, unless a person says so. */
class NewerWorkTest {
    private static final List<String> HEADINGS =
            List.of("户主姓名", "身份证号", "行政村", "联系电话", "家庭人口", "劳动力", "获得荣誉", "家庭年总收入", "家庭年总支出", "存款（元）");

    private final RosterOffice office = new RosterOffice();
    private final Map<String, String> row = new HashMap<>(Map.of(
            "户主姓名", "关庆林",
            "身份证号", office.number(),
            "行政村", "双桥村",
            "联系电话", "13900000001",
            "家庭人口", "3",
            "劳动力", "2",
            "获得荣誉", "县级劳动模范",
            "家庭年总收入", "1000",
            "家庭年总支出", "2000",
            "存款（元）", "500"));

    @BeforeEach
    void begin() {
        assertEquals(1, load().created());
    }

    @Test
    void aTypedValueStaysAndBothValuesAreListed() {
        office.edit(record(), "screen", Map.of("head.people", "5"));
        row.put("家庭人口", "4");
        row.put("劳动力", "1");

        var result = load();

        assertEquals(List.of("5", "1"), values("head.people", "head.workers"));
        assertTrue(result.asks());
        var problem = result.problems().get(0);
        assertEquals(
                List.of("QUESTION", "import.differs", "家庭人口", "4", "[家庭人口, 5 人, 4 人]"),
                List.of(
                        problem.severity().name(),
                        problem.violation().code(),
                        problem.column(),
                        problem.value(),
                        problem.violation().args().toString()));
        assertEquals(List.of(1, 0), List.of(result.updated(), result.rejected().size()));
        assertEquals(List.of("head.workers 2 1"), changed(result));
    }

    @Test
    void theFileIsTakenByChoiceOnly() {
        office.edit(record(), "screen", Map.of("head.people", "5"));
        row.put("家庭人口", "4");

        var result = office.run(sheet(List.of(HEADINGS, cells())), OPTIONS.preferring(IntakeOptions.Newer.FILE));

        assertFalse(result.asks());
        assertEquals(List.of("head.people 5 4"), changed(result));
        row.put("家庭人口", "6");
        assertEquals(List.of("head.people 4 6"), changed(load()));
    }

    @Test
    void aValueOfAnImportIsReplacedAndAnEmptyCellReplacesNothing() {
        row.put("家庭人口", "4");
        row.put("劳动力", "");
        var result = load();
        assertFalse(result.asks());
        assertEquals(List.of("4", "2"), values("head.people", "head.workers"));

        office.edit(record(), "screen", Map.of("head.workers", "1"));
        assertFalse(load().asks());
        assertEquals(List.of("1"), values("head.workers"));
    }

    @Test
    void whatSomebodyDeletedStaysDeleted() {
        office.edit(record(), "edit", Map.of("head.people", ""));
        assertTrue(load().asks());
        assertEquals(List.of(""), values("head.people"));
    }

    @Test
    void aTypedValueThatTheFileStatesTooIsNoQuestion() {
        office.edit(record(), "edit", Map.of("head.people", "4"));
        row.put("家庭人口", "4");
        var result = load();
        assertEquals(
                List.of(1, 0), List.of(result.unchanged(), result.problems().size()));
    }

    @Test
    void aCountedRowStaysAsAWholeAndARowOfAYearByValue() {
        var batch = OPTIONS.withPaperConsent("A-1");
        office.run(sheet(List.of(HEADINGS, cells())), batch);
        var honour = new HashMap<String, String>();
        Row.values(record().content(), "honours.items.i1").keySet().forEach(path -> honour.put(path, ""));
        assertFalse(honour.isEmpty());
        office.edit(record(), "edit", honour);
        office.edit(record(), "edit", Map.of("income.years.y2026.totalIncome", "1500.00"));
        row.put("获得荣誉", "省级劳动模范");
        row.put("家庭年总收入", "1200");
        row.put("家庭年总支出", "2500");

        office.run(sheet(List.of(HEADINGS, cells())), batch);

        assertEquals(Map.of(), Row.values(record().content(), "honours.items.i1"));
        assertEquals(
                List.of("1500.00", "2500.00"),
                values("income.years.y2026.totalIncome", "income.years.y2026.totalExpense"));
    }

    @Test
    void aCountedRowIsNotMadeOfTwo() {
        office.edit(record(), "edit", Map.of("honours.items.i1.name", "文明户"));
        row.put("获得荣誉", "省级劳动模范");
        load();
        assertEquals(List.of("文明户", "county"), values("honours.items.i1.name", "honours.items.i1.level"));
    }

    @Test
    void whatTheFileDoesNotStateIsNoQuestion() {
        office.edit(record(), "edit", Map.of("head.unverified", "true"));
        assertFalse(load().asks());
        assertEquals(List.of(""), values("head.unverified"));
    }

    @Test
    void aMovedHouseholdStaysWhereItIs() {
        office.edit(record(), "edit", Map.of("file.village", "230184101208"));
        var result = load();
        assertEquals(List.of("230184101208"), values("file.village"));
        assertEquals(
                List.of("import.differs"),
                result.problems().stream()
                        .map(problem -> problem.violation().code())
                        .toList());
    }

    @Test
    void whatTheProgramItselfDeletedIsNobodysWork() {
        office.edit(record(), Due.ORIGIN, Map.of("head.people", ""));
        assertFalse(load().asks());
        assertEquals(List.of("3"), values("head.people"));
    }

    @Test
    void valuesWithoutConsentAreInNoList() {
        var batch = OPTIONS.withPaperConsent("A-1");
        office.run(sheet(List.of(HEADINGS, cells())), batch);
        assertEquals(List.of("500.00"), values("finance.deposits"));
        office.edit(
                record(),
                "consent",
                Map.of(
                        "consents.given.w1.kind", "withdrawn",
                        "consents.given.w1.signedAt", "2026-11-18",
                        "consents.given.w1.by", "王海燕"));
        office.edit(record(), "screen", Map.of("finance.deposits", "700.00"));
        row.put("存款（元）", "900");

        var result = load();

        assertFalse((result.problems() + " " + result.changed()).contains("00.00"));
        assertEquals(List.of("700.00"), values("finance.deposits"));
    }

    private IntakeResult load() {
        return office.run(sheet(List.of(HEADINGS, cells())), OPTIONS);
    }

    private List<String> cells() {
        return HEADINGS.stream().map(row::get).toList();
    }

    private ArchiveRecord record() {
        return office.records().get(0);
    }

    private List<String> values(String... paths) {
        var found = new ArrayList<String>();
        for (var path : paths) {
            found.add(record().content().text(path));
        }
        return found;
    }

    private static List<String> changed(IntakeResult result) {
        return result.changed().stream()
                .map(value -> value.path() + shown(value.from()) + shown(value.to()))
                .toList();
    }

    private static String shown(Optional<String> value) {
        return " " + value.orElse("—");
    }
}
