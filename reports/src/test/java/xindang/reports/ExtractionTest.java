package xindang.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import xindang.model.report.ReportContent;
import xindang.reports.font.Fonts;
import xindang.reports.layout.Mark;

/** What is copied out of a file is what was drawn. */
class ExtractionTest {
    private final ReportLayouts reports = new ReportLayouts(Fonts.bundled(), Locale.SIMPLIFIED_CHINESE);

    @Test
    void extractedCharactersAreThoseDrawnInOrder() throws IOException {
        for (var content : List.of(Samples.fullHousehold(), Samples.enterprise())) {
            assertEquals(drawn(content), extracted(reports.pdf(content)));
        }
    }

    @Test
    void rareCharactersOfNamesAreDrawnAndExtracted() throws IOException {
        var content = Samples.household("㛃䶮𬭊", Samples.opening());
        assertEquals(Set.of(), reports.print(content).missing());
        assertTrue(extracted(reports.pdf(content)).contains("㛃䶮𬭊"));
    }

    @Test
    void charactersThatShareAGlyphStayApart() throws IOException {
        var name = "一\u2F00甲\u3000乙\u2003丙·丁\u2022";
        var content = Samples.household(name, Samples.opening());
        assertTrue(extracted(reports.pdf(content)).contains(name));
    }

    @Test
    void characterThatNoFontHasIsShownAndReported() throws IOException {
        var content = Samples.household("关𠮷林", Samples.opening());
        var printed = reports.print(content);
        assertEquals(Set.of(0x20BB7), printed.missing());
        assertTrue(extracted(printed.bytes()).contains("关〓林"));
    }

    @Test
    void signsWithoutFormAreLeftOut() throws IOException {
        var content = Samples.household("关\uFE00庆\u200B林\u0007", Samples.opening());
        var printed = reports.print(content);
        assertEquals(Set.of(), printed.missing());
        assertTrue(extracted(printed.bytes()).contains("关庆林"));
    }

    private String drawn(ReportContent content) {
        return reports.pages(content).stream()
                .flatMap(page -> page.marks().stream())
                .filter(Mark.Text.class::isInstance)
                .map(mark -> ((Mark.Text) mark).text())
                .collect(Collectors.joining());
    }

    private static String extracted(byte[] pdf) throws IOException {
        var text = new StringBuilder();
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition position) {
                    text.append(position.getUnicode());
                }
            };
            stripper.getText(document);
        }
        return text.toString();
    }
}
