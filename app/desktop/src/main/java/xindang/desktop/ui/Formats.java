package xindang.desktop.ui;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as the design guide writes them: commas, MM-DD in lists, YYYY-MM-DD in forms, shares as 65.3%. */
public final class Formats {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final ZoneId zone;

    public Formats(ZoneId zone) {
        this.zone = zone;
    }

    /** 2,725. */
    public String count(long number) {
        return pattern("#,##0").format(number);
    }

    /** 67,000.50: no more decimals than the number has. */
    public String number(BigDecimal number) {
        return pattern("#,##0.######").format(number);
    }

    /** 86.0: scores in lists have the same decimals in all rows. */
    public String score(BigDecimal number) {
        return pattern("0.0").format(number);
    }

    /** 65.3%; a dash when there is nothing to divide by. */
    public String share(long part, long whole) {
        return whole == 0 ? "—" : pattern("0.0").format(100.0 * part / whole) + "%";
    }

    /** 11-18, for lists. */
    public String day(Instant at) {
        return DAY.format(at.atZone(zone));
    }

    /** 2026-11-18. */
    public String date(Instant at) {
        return DATE.format(at.atZone(zone));
    }

    /** 11-16 17:42. */
    public String moment(Instant at) {
        return MOMENT.format(at.atZone(zone));
    }

    /** 14:32:08. */
    public String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    public LocalDate localDate(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private static DecimalFormat pattern(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
