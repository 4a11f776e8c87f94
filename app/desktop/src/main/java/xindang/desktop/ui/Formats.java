package xindang.desktop.ui;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats numbers and times as the design guide demands. Lists show MM-DD, forms YYYY-MM-DD, shares one decimal. */
public final class Formats {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final ZoneId zone;

    public Formats(ZoneId zone) {
        this.zone = zone;
    }

    /** Returns a count such as 2,725. */
    public String count(long number) {
        return pattern("#,##0").format(number);
    }

    /** Returns a number such as 67,000.50 with at most six decimals. */
    public String number(BigDecimal number) {
        return pattern("#,##0.######").format(number);
    }

    /** Returns a score such as 86.0. All rows of a list have one decimal. */
    public String score(BigDecimal number) {
        return pattern("0.0").format(number);
    }

    /** Returns a percentage such as 65.3%, or a dash if {@code whole} is 0. */
    public String share(long part, long whole) {
        return whole == 0 ? "—" : pattern("0.0").format(100.0 * part / whole) + "%";
    }

    /** Returns a day for lists, such as 11-18. */
    public String day(Instant at) {
        return DAY.format(at.atZone(zone));
    }

    /** Returns a date such as 2026-11-18. */
    public String date(Instant at) {
        return DATE.format(at.atZone(zone));
    }

    /** Returns a moment such as 11-16 17:42. */
    public String moment(Instant at) {
        return MOMENT.format(at.atZone(zone));
    }

    /** Returns a time of day such as 14:32:08. */
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
