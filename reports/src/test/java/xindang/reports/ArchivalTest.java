package xindang.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import xindang.model.report.ReportContent;
import xindang.reports.font.Fonts;

/** PDF/A-3b as veraPDF reads it. */
class ArchivalTest {
    private final ReportLayouts reports = new ReportLayouts(Fonts.bundled(), Locale.SIMPLIFIED_CHINESE);

    @BeforeAll
    static void start() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void householdReportIsArchival() throws Exception {
        assertEquals(List.of(), failures(reports.pdf(Samples.fullHousehold())));
    }

    @Test
    void enterpriseReportWithCoverIsArchival() throws Exception {
        assertEquals(List.of(), failures(reports.pdf(Samples.enterprise())));
    }

    @Test
    void rareCharactersStayArchival() throws Exception {
        ReportContent rare = Samples.household("㛃䶮𬭊", Samples.opening());
        assertEquals(List.of(), failures(reports.pdf(rare)));
    }

    @Test
    void boundReportsAreArchival() throws Exception {
        var bound = reports.bind(List.of(Samples.household(), Samples.enterprise()));
        assertEquals(List.of(), failures(bound.bytes()));
    }

    private static List<String> failures(byte[] pdf) throws Exception {
        try (var parser =
                Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_B)) {
            var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_3_B, false);
            return validator.validate(parser).getTestAssertions().stream()
                    .map(failure -> failure.getRuleId().getClause() + " " + failure.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
