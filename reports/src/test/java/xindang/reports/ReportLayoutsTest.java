package xindang.reports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import xindang.reports.font.Fonts;

class ReportLayoutsTest {
    private final ReportLayouts reports = new ReportLayouts(Fonts.bundled(), Locale.SIMPLIFIED_CHINESE);

    @Test
    void sameContentGivesTheSameBytes() {
        assertArrayEquals(reports.pdf(Samples.fullHousehold()), reports.pdf(Samples.fullHousehold()));
    }

    @Test
    void shortReportIsOnePage() {
        var printed = reports.print(Samples.household());
        assertEquals(1, printed.pages());
        assertEquals(Set.of(), printed.missing());
    }

    @Test
    void theScreenShowsThePagesThatArePrinted() {
        assertEquals(
                reports.print(Samples.enterprise()).pages(),
                reports.pages(Samples.enterprise()).size());
    }

    @Test
    void boundReportsKeepTheirPages() {
        var household = Samples.fullHousehold();
        var enterprise = Samples.enterprise();
        var bound = reports.bind(List.of(household, enterprise));
        assertEquals(
                reports.print(household).pages() + reports.print(enterprise).pages(), bound.pages());
    }

    @Test
    void twoReportsOfOneNumberAreNotBound() {
        var same = List.of(Samples.household(), Samples.household());
        assertThrows(IllegalArgumentException.class, () -> reports.bind(same));
    }
}
