package xindang.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private final Formats formats = new Formats(ZoneId.of("Asia/Shanghai"));

    @Test
    void writesNumbersWithCommas() {
        assertEquals("2,725", formats.count(2725));
        assertEquals("67,000.5", formats.number(new BigDecimal("67000.50")));
    }

    @Test
    void writesSharesWithOneDecimalAndADashForNothing() {
        assertEquals("65.3%", formats.share(164, 251));
        assertEquals("—", formats.share(0, 0));
    }

    @Test
    void writesTimesAsTheOfficeHasThem() {
        var at = Instant.parse("2026-11-16T09:42:07Z");

        assertEquals("11-16", formats.day(at));
        assertEquals("11-16 17:42", formats.moment(at));
        assertEquals("17:42:07", formats.time(at));
        assertEquals("2026-11-16", formats.date(at));
    }
}
