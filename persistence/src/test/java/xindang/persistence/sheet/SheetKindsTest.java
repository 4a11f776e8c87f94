package xindang.persistence.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Progress;
import xindang.model.intake.Cell;
import xindang.model.intake.MergedCell;
import xindang.model.text.Sentences;

/** Files of offices that are no plain .xlsx, .xls or .csv, and files that would harm the program. */
class SheetKindsTest {
    private static final List<String> ROWS = List.of("姓名|证件号", "关庆林|230184197001020019");

    @TempDir
    Path folder;

    private static List<String> texts(Path file) {
        return SheetFiles.read(file, Progress.NONE).get(0).rows().stream()
                .map(row -> row.cells().stream().map(Cell::text).collect(Collectors.joining("|")))
                .toList();
    }

    private Path write(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    private static String refusal(Path file) {
        var refused = assertTimeout(Duration.ofSeconds(10), () -> assertThrows(AppException.class, () -> texts(file)));
        assertEquals(ErrorCode.UNREADABLE, refused.code());
        return Sentences.chinese().of(refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030"})
    void readsAWebPageThatIsNamedXls(String charset) throws IOException {
        var page = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=" + charset
                + "\"><style>td{mso-number-format:'\\@'} </style></head><body><!-- <table> --><table border=1>"
                + "<tr><th>姓名</th><th>证件号<tr><td style=\"a>b\">关庆林&nbsp;</td><td>2301841970&#48;1020019</td></tr></table></body></html>";
        var page2 = page.replace(" style=\"a>b\"", " align=left");
        assertEquals(ROWS, texts(write("名册.xls", page2, Charset.forName(charset))));
    }

    @Test
    void readsMergedCellsAndEachTableOfAWebPage() throws IOException {
        var file = write(
                "名册.xls",
                "<table><tr><td colspan=2>花名册</td></tr><tr><td rowspan=2>双桥村</td><td>1</td></tr><tr><td>2</td></tr></table>"
                        + "<table><tr><td>3</td></tr></table>",
                StandardCharsets.UTF_8);
        assertEquals(List.of("花名册", "双桥村|1", "|2"), texts(file));
        var sheets = SheetFiles.read(file, Progress.NONE);
        assertEquals(
                List.of(new MergedCell(1, 1, 0, 1), new MergedCell(2, 3, 0, 0)),
                sheets.get(0).merges());
        assertEquals(
                List.of("名册.xls", "名册.xls 2"),
                sheets.stream().map(s -> s.name()).toList());
    }

    @Test
    void readsTheXmlOfExcel2003() throws IOException {
        var file = write(
                "名册.xls",
                "<?xml version=\"1.0\" encoding=\"GBK\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\""
                        + " xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"双桥村\"><Table><Row><Cell ss:MergeAcross=\"1\"><Data ss:Type=\"String\">花名册</Data>"
                        + "</Cell><Cell><Data ss:Type=\"Number\">3.5</Data></Cell></Row><Row ss:Index=\"4\"><Cell ss:Index=\"2\"><Data ss:Type=\"DateTime\">2026-03-05T00:00:00.000</Data>"
                        + "</Cell></Row></Table></Worksheet></Workbook>",
                Charset.forName("GBK"));
        var sheet = SheetFiles.read(file, Progress.NONE).get(0);
        assertEquals("双桥村", sheet.name());
        assertEquals(List.of("花名册||3.5", "|2026-03-05"), texts(file));
        assertEquals(
                List.of(1, 4), sheet.rows().stream().map(row -> row.number()).toList());
        assertEquals(List.of(new MergedCell(1, 1, 0, 1)), sheet.merges());
        assertEquals(Cell.Kind.DATE, sheet.rows().get(1).cell(1).kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void readsUtf16WithoutAMark(String charset) throws IOException {
        assertEquals(ROWS, texts(write("名册.csv", "姓名,证件号\n关庆林,230184197001020019\n", Charset.forName(charset))));
    }

    @Test
    void losesOneCellOnlyToABrokenLetter() throws IOException {
        var bytes = ("姓名,证件号\n关庆林,230184197001020019\n" + "那守田,2301\n".repeat(20)).getBytes(Charset.forName("GBK"));
        bytes[15] = (byte) 0xFF;
        var texts = texts(Files.write(folder.resolve("名册.csv"), bytes));
        assertTrue(texts.get(1).matches("关.*\uFFFD.*\\|230184197001020019"), texts.get(1));
        assertEquals("那守田|2301", texts.get(20));
    }

    private static String main(String uri) {
        return "<row><c t=\"inlineStr\"><is><t>姓名</t></is></c><c t=\"inlineStr\"><is><t>证件号</t></is></c></row>"
                + "<row><c t=\"inlineStr\"><is><r><t>关庆</t></r><r><t>林</t></r></is></c><c t=\"s\"><v>0</v></c></row>"
                + uri;
    }

    private Path workbook(String main, String sheet) throws IOException {
        var parts = new LinkedHashMap<String, String>();
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + main + "/spreadsheetml/main\" xmlns:r=\"" + main
                        + "/officeDocument/relationships\"><sheets><sheet name=\"名册\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put(
                "xl/sharedStrings.xml",
                "<sst><si><t>230184197001020019</t><rPh sb=\"0\" eb=\"1\"><t>er</t></rPh></si></sst>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"" + main + "/spreadsheetml/main\"><sheetData>" + sheet
                        + "</sheetData></worksheet>");
        return zip(parts);
    }

    private Path zip(Map<String, String> parts) throws IOException {
        var file = folder.resolve("名册.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://schemas.openxmlformats.org/x/2006", "http://purl.oclc.org/ooxml"})
    void readsCellsWithoutReferencesTransitionalAndStrict(String uri) throws IOException {
        assertEquals(ROWS, texts(workbook(uri, main(""))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2147483648</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2147483647</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>",
                "<row r=\"2147483648\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"9999999\"><c r=\"A1\"><v>1</v></c></row>"
            })
    void refusesAnIndexBeyondEverySheet(String row) throws IOException {
        assertTrue(refusal(workbook("urn:x", row)).startsWith("名册.xlsx损坏"));
    }

    @Test
    void readsANumberWithAnAbsurdExponentAsText() throws IOException {
        assertEquals(
                List.of("1E999999999"),
                texts(workbook("urn:x", "<row r=\"1\"><c r=\"A1\"><v>1E999999999</v></c></row>")));
    }

    @Test
    void refusesAWorkbookThatUnpacksToAThousandTimesItsSize() throws IOException {
        var file = folder.resolve("名册.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            repeat(zip, " ".repeat(1 << 16), 1200);
            zip.closeEntry();
        }
        assertTrue(refusal(file).startsWith("名册.xlsx太大"));
    }

    @Test
    void refusesAPartThatIsLargerThanItsZipSays() throws IOException {
        var file = workbook("urn:x", main("<row/>".repeat(50)));
        var bytes = Files.readAllBytes(file);
        var entry = "xl/worksheets/sheet1.xml".getBytes(StandardCharsets.US_ASCII);
        for (var at = 46; at + entry.length < bytes.length; at++) {
            if (bytes[at - 46] == 'P'
                    && bytes[at - 45] == 'K'
                    && bytes[at - 44] == 1
                    && java.util.Arrays.equals(bytes, at, at + entry.length, entry, 0, entry.length)) {
                bytes[at - 46 + 24] = 9;
                bytes[at - 46 + 25] = 0;
            }
        }
        Files.write(file, bytes);
        assertTrue(refusal(file).startsWith("名册.xlsx损坏"));
    }

    private static void repeat(OutputStream out, String text, int times) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < times; i++) {
            out.write(bytes);
        }
    }

    private Path large(String first, String text, int times) throws IOException {
        var file = folder.resolve("名册.csv");
        try (var out = Files.newOutputStream(file)) {
            out.write(first.getBytes(StandardCharsets.UTF_8));
            repeat(out, text, times);
        }
        return file;
    }

    @Test
    void findsNothingInFiftyMegabytesOfCommas() throws IOException {
        assertTrue(refusal(large("", ",".repeat(1 << 16), 800)).startsWith("名册.csv是空的"));
    }

    @Test
    void refusesAQuoteThatIsOpenOverTheWholeFile() throws IOException {
        assertTrue(
                refusal(large("姓名,证件号\n\"", "关庆林,2301\n".repeat(100), 10_000)).contains("引号没有合上"));
    }

    @Test
    void refusesMoreCellsThanTheMemoryHolds() {
        var budget = new Budget("名册.csv");
        var cells = Runtime.getRuntime().maxMemory() / 2 / 472 + 1;
        var refused = assertThrows(AppException.class, () -> {
            for (var i = 0L; i < cells; i++) {
                budget.row(100);
            }
        });
        assertTrue(Sentences.chinese().of(refused).startsWith("名册.csv太大"));
    }

    @Test
    void keepsQuotedLineBreaksAndDoubledQuotes() throws IOException {
        assertEquals(
                List.of("a|b\nc|d\"e", "f||g"),
                texts(write("名册.csv", "a,\"b\nc\",\"d\"\"e\"\r\nf,,g,,,\r\n", StandardCharsets.UTF_8)));
    }
}
