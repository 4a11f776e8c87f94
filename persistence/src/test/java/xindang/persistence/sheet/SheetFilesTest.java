package xindang.persistence.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Progress;
import xindang.model.intake.Cell;
import xindang.model.intake.MergedCell;
import xindang.model.intake.Sheet;
import xindang.model.intake.SheetRow;
import xindang.model.text.Sentences;

class SheetFilesTest {
    private static final String CSV = "姓名,证件号\n\"关,庆林\",230184\n\n那守田,\"第一行\n第二行\"\n";

    @TempDir
    Path folder;

    @Test
    void readsCsvInEveryEncodingOfficesUse() throws IOException {
        var bom = new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        var utf8 = CSV.getBytes(StandardCharsets.UTF_8);
        var withBom = new byte[bom.length + utf8.length];
        System.arraycopy(bom, 0, withBom, 0, bom.length);
        System.arraycopy(utf8, 0, withBom, bom.length, utf8.length);
        for (var bytes : List.of(utf8, withBom, CSV.getBytes(Charset.forName("GB18030")))) {
            assertEquals(
                    List.of("姓名|证件号", "关,庆林|230184", "", "那守田|第一行\n第二行"),
                    texts(Files.write(folder.resolve("名册.csv"), bytes)));
        }
    }

    @Test
    void readsCsvDividedByTabs() throws IOException {
        var file = Files.writeString(folder.resolve("名册.txt"), "姓名\t电话\n关庆林\t13900000001\n");
        assertEquals(List.of("姓名|电话", "关庆林|13900000001"), texts(file));
    }

    @Test
    void readsANumberThatIsWrittenAsAFormulaOfText() throws IOException {
        var file = Files.writeString(
                folder.resolve("名册.csv"), "姓名,证件号\n关庆林,=\"230184197001020019\"\n那守田,\"=\"\"2301\"\"\"\n");
        assertEquals(List.of("姓名|证件号", "关庆林|230184197001020019", "那守田|2301"), texts(file));
    }

    @Test
    void namesFormulasThatFailedAndThoseWithoutAResult() throws IOException {
        var file = Workbooks.xlsx(
                folder.resolve("名册.xlsx"),
                Map.of(
                        "花名册",
                        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"e\"><v>#DIV/0!</v></c><c r=\"B1\" t=\"e\"><f>A1</f>"
                                + "<v>#N/A</v></c><c r=\"C1\"><f>1+1</f></c><c r=\"D1\"><f>1+1</f><v>2</v></c><c r=\"E1\"><f>1+1</f><v></v></c>"
                                + "<c r=\"F1\" t=\"str\"><f>1+1</f><v></v></c></row></sheetData>"));
        assertEquals(
                List.of(
                        new Cell("#DIV/0!", Cell.Kind.ERROR),
                        new Cell("#N/A", Cell.Kind.ERROR),
                        Cell.WITHOUT_RESULT,
                        new Cell("2", Cell.Kind.TEXT),
                        Cell.BLANK,
                        Cell.BLANK),
                SheetFiles.read(file, Progress.NONE).get(0).rows().get(0).cells());
    }

    /** Some programs write an empty result in place of none. */
    @Test
    void whereNoFormulaHasAResultNoneIsTakenForAnEmptyText() throws IOException {
        var file = Workbooks.xlsx(
                folder.resolve("名册.xlsx"),
                Map.of("花名册", "<sheetData><row r=\"1\"><c r=\"A1\"><f>1+1</f><v></v></c></row></sheetData>"));
        assertEquals(
                List.of(Cell.WITHOUT_RESULT),
                SheetFiles.read(file, Progress.NONE).get(0).rows().get(0).cells());
    }

    @Test
    void readsWhichCellsAreMerged() throws IOException {
        var file = Workbooks.xlsx(
                folder.resolve("名册.xlsx"),
                Map.of(
                        "花名册",
                        "<sheetData><row r=\"1\">" + Workbooks.text("A1", "x".repeat(200_000)) + "</row></sheetData>"
                                + "<mergeCells count=\"2\"><mergeCell ref=\"B2:B4\"/><mergeCell ref=\"AA5:AB5\"/></mergeCells>"));
        assertEquals(
                List.of(new MergedCell(2, 4, 1, 1), new MergedCell(5, 5, 26, 27)),
                SheetFiles.read(file, Progress.NONE).get(0).merges());
        var old = folder.resolve("旧名册.xls");
        try (var out = Files.newOutputStream(old);
                var workbook = new HSSFWorkbook()) {
            var sheet = workbook.createSheet("旧");
            sheet.createRow(1).createCell(1).setCellValue("双桥村");
            sheet.addMergedRegion(CellRangeAddress.valueOf("B2:B4"));
            workbook.write(out);
        }
        assertEquals(
                List.of(new MergedCell(2, 4, 1, 1)),
                SheetFiles.read(old, Progress.NONE).get(0).merges());
    }

    @Test
    void saysThatAFileHasAPassword() throws IOException {
        var file = folder.resolve("名册.xlsx");
        try (var system = new POIFSFileSystem();
                var out = Files.newOutputStream(file)) {
            system.getRoot().createDocument("EncryptedPackage", new ByteArrayInputStream(new byte[64]));
            system.writeFilesystem(out);
        }
        var refused = assertThrows(AppException.class, () -> SheetFiles.read(file, Progress.NONE));
        assertTrue(
                Sentences.chinese().of(refused).startsWith("名册.xlsx有密码"),
                Sentences.chinese().of(refused));
    }

    @Test
    void tellsNumbersTextsAndDatesOfXlsxApart() throws IOException {
        var file = folder.resolve("名册.xlsx");
        try (var out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("花名册");
            sheet.value(1, 0, "关庆林");
            sheet.value(1, 1, 41.5);
            sheet.value(1, 2, LocalDate.of(2026, 9, 20));
            sheet.style(1, 2).format("yyyy-mm-dd").set();
            sheet.value(1, 3, "=HYPERLINK(\"http://127.0.0.1/\",\"x\")");
            workbook.finish();
        }
        var rows = SheetFiles.read(file, Progress.NONE).get(0).rows();
        assertEquals(
                List.of(new SheetRow(
                        2,
                        List.of(
                                new Cell("关庆林", Cell.Kind.TEXT),
                                new Cell("41.5", Cell.Kind.NUMBER),
                                new Cell("2026-09-20", Cell.Kind.DATE),
                                new Cell("=HYPERLINK(\"http://127.0.0.1/\",\"x\")", Cell.Kind.TEXT)))),
                rows);
    }

    @Test
    void readsXlsWhateverItIsCalled() throws IOException {
        var file = folder.resolve("旧名册.xlsx");
        try (var out = Files.newOutputStream(file);
                var workbook = new HSSFWorkbook()) {
            var row = workbook.createSheet("旧").createRow(4);
            row.createCell(0).setCellValue("那守田");
            row.createCell(2).setCellValue(3);
            workbook.write(out);
        }
        assertEquals(List.of("那守田||3"), texts(file));
        assertEquals(
                5, SheetFiles.read(file, Progress.NONE).get(0).rows().get(0).number());
    }

    @Test
    void refusesWhatIsNoSheet() throws IOException {
        var broken = Files.write(folder.resolve("坏.xlsx"), new byte[] {'P', 'K', 3, 4, 1, 2, 3, 4, 5});
        var image = Files.write(folder.resolve("图.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xFF, 0});
        var empty = Files.write(folder.resolve("空.csv"), new byte[0]);
        var blank = Files.writeString(folder.resolve("白.csv"), "\n\n");
        for (var file : List.of(broken, image, empty, blank)) {
            var failure = assertThrows(AppException.class, () -> SheetFiles.read(file, Progress.NONE));
            assertEquals(ErrorCode.UNREADABLE, failure.code(), file.toString());
            assertEquals(file.getFileName().toString(), failure.args().get(0));
        }
        var missing = assertThrows(AppException.class, () -> SheetFiles.read(folder.resolve("没有.xlsx"), Progress.NONE));
        assertEquals(ErrorCode.NOT_FOUND, missing.code());
    }

    @Test
    void givesRejectedRowsBackSoThatTheyReadAsTheyWere() {
        var head = List.of(row(1, "二〇二五年花名册"), row(3, "姓名", "证件号", "备注"));
        var rejected = List.of(row(7, "关庆林", "23018419680712421X", "=1+1"), row(9, "那守田"));
        var file = folder.resolve("问题.xlsx");
        ProblemWorkbook.write(
                file,
                List.of(new ProblemWorkbook.Part("名单", head, rejected, java.util.Map.of(7, "末位不对", 9, "没有号码"))),
                "没有导入的原因",
                List.of());
        assertEquals(
                List.of("二〇二五年花名册", "姓名|证件号|备注|没有导入的原因", "关庆林|23018419680712421X|=1+1|末位不对", "那守田|||没有号码"),
                texts(file));
        assertEquals(1, folder.toFile().list().length, "no temporary file is left");
    }

    @Test
    void renewsTheReasonsOfRowsThatWereGivenBackBefore() {
        var head = List.of(row(1, "姓名", "没有导入的原因", "备注"));
        var rejected = List.of(row(2, "关庆林", "末位不对", "续租"), row(3, "那守田"));
        var file = folder.resolve("问题.xlsx");
        ProblemWorkbook.write(
                file,
                List.of(new ProblemWorkbook.Part("名单", head, rejected, java.util.Map.of(2, "没有号码", 3, "没有号码"))),
                "没有导入的原因",
                List.of());
        assertEquals(List.of("姓名|没有导入的原因|备注", "关庆林|没有号码|续租", "那守田|没有号码"), texts(file));
    }

    @Test
    void marksHiddenSheetsAndCountsHiddenRows() throws IOException {
        var modern = folder.resolve("隐藏.xlsx");
        try (var out = Files.newOutputStream(modern);
                var workbook = new Workbook(out, "Xindang", "1.0")) {
            for (var name : List.of("今年", "去年")) {
                var sheet = workbook.newWorksheet(name);
                sheet.value(0, 0, "姓名");
                sheet.value(1, 0, "关庆林");
                sheet.hideRow(1);
                if (name.equals("去年")) {
                    sheet.setVisibilityState(VisibilityState.HIDDEN);
                }
            }
            workbook.finish();
        }
        var old = folder.resolve("隐藏.xls");
        try (var workbook = new HSSFWorkbook();
                var out = Files.newOutputStream(old)) {
            for (var name : List.of("今年", "去年")) {
                var sheet = workbook.createSheet(name);
                sheet.createRow(0).createCell(0).setCellValue("姓名");
                var row = sheet.createRow(1);
                row.createCell(0).setCellValue("关庆林");
                row.setZeroHeight(true);
            }
            workbook.setSheetHidden(1, true);
            workbook.write(out);
        }
        for (var file : List.of(modern, old)) {
            var sheets = SheetFiles.read(file, Progress.NONE);
            assertEquals(
                    List.of(false, true), sheets.stream().map(Sheet::hidden).toList());
            assertEquals(List.of(1, 1), sheets.stream().map(Sheet::hiddenRows).toList());
            assertEquals(2, sheets.get(0).rows().size());
        }
    }

    private static SheetRow row(int number, String... texts) {
        return new SheetRow(
                number,
                java.util.Arrays.stream(texts)
                        .map(text -> new Cell(text, Cell.Kind.TEXT))
                        .toList());
    }

    private static List<String> texts(Path file) {
        return SheetFiles.read(file, Progress.NONE).get(0).rows().stream()
                .map(row ->
                        String.join("|", row.cells().stream().map(Cell::text).toList()))
                .toList();
    }
}
