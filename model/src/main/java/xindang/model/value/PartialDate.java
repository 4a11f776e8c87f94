package xindang.model.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xindang.model.common.Violation;

/**
 * A date with a known year, and possibly a known month and day.
 *
 * @param year 1900 to 9999
 * @param month 1 to 12, or empty
 * @param day day of the month, or empty; never present without the month
 */
public record PartialDate(int year, OptionalInt month, OptionalInt day) {
    /** The stored form of 长期: a day that sorts after all others. */
    public static final PartialDate LONG_TERM = of(LocalDate.of(2099, 12, 31));

    private static final Set<String> LONG_TERM_WORDS = Set.of("长期", "长期有效", "永久", "永久有效", "无固定期限", "9999-12-31");
    private static final Pattern TIME_OF_DAY = Pattern.compile("[T\\s]*[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?Z?$");
    private static final Pattern SEPARATED =
            Pattern.compile("([0-9]{4})(?:[-/.年])(?:([0-9]{1,2})(?:[-/.月](?:([0-9]{1,2})[日号]?)?)?)?");
    private static final Pattern JOINED = Pattern.compile("([0-9]{4})([0-9]{2})?([0-9]{2})?");
    /** A day from 1954 to 2063 as a spreadsheet stores it. */
    private static final Pattern SERIAL = Pattern.compile("[2-5][0-9]{4}");

    /** 85年3月: only the last century had such a year, until 2040. */
    private static final Pattern LAST_CENTURY =
            Pattern.compile("([4-9][0-9])年(?:([0-9]{1,2})月(?:([0-9]{1,2})[日号]?)?)?");

    private static final Pattern SHORT_YEAR = Pattern.compile("[0-9]{1,2}[-/.年][0-9]{1,2}([-/.月][0-9]{0,2}[日号]?)?");
    private static final Pattern CHINESE =
            Pattern.compile("([〇○零一二三四五六七八九]{4})年(?:([^月]{1,3})月(?:([^日号]{1,3})[日号])?)?");
    private static final int EARLIEST_YEAR = 1900;
    private static final LocalDate SPREADSHEET_EPOCH = LocalDate.of(1899, 12, 30);
    /** Spreadsheets treat 1900 as a leap year. This is the number of 1900-02-29, which does not exist. */
    private static final int DAY_THAT_NEVER_WAS = 60;

    private static final int LAST_SERIAL = 2_958_465;

    public PartialDate {
        if (year < EARLIEST_YEAR || year > 9999 || (day.isPresent() && month.isEmpty())) {
            throw new IllegalArgumentException("not a date: " + year + " " + month + " " + day);
        }
        LocalDate.of(year, month.orElse(1), day.orElse(1));
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(
                date.getYear(), OptionalInt.of(date.getMonthValue()), OptionalInt.of(date.getDayOfMonth()));
    }

    /**
     * Reads a date as people write it: {@code 2026-11-18}, {@code 2026/11/8}, {@code 2026.11.8}, {@code 2026年11月18日},
     * {@code 20261118}, {@code 2026年11月}, {@code 二〇二六年十一月十八日}, 长期. Accepts the day number of a spreadsheet with a note.
     * {@code 85年3月} is of 1985. Refuses every other year of two digits.
     */
    public static Parsed<PartialDate> read(String text) {
        if (PlainText.isEmptyValue(text)) {
            return PlainText.blank();
        }
        String half = PlainText.halfWidth(text).strip().toUpperCase(Locale.ROOT);
        String compact = PlainText.withoutSpaces(TIME_OF_DAY.matcher(half).replaceFirst(""))
                .replaceAll("[‐‑–—−]", "-");
        if (LONG_TERM_WORDS.contains(compact)) {
            return Parsed.ok(LONG_TERM);
        }
        for (Pattern pattern : new Pattern[] {SEPARATED, JOINED}) {
            Matcher match = pattern.matcher(compact);
            if (match.matches()) {
                return of(text, number(match.group(1)), number(match.group(2)), number(match.group(3)));
            }
        }
        Matcher last = LAST_CENTURY.matcher(compact);
        if (last.matches()) {
            return of(text, number("19" + last.group(1)), number(last.group(2)), number(last.group(3)));
        }
        if (SERIAL.matcher(compact).matches()) {
            return readSpreadsheetSerial(Integer.parseInt(compact))
                    .then(date -> Parsed.ok(date, Violation.of("date.fromSerial", text.strip(), date.toString())));
        }
        Matcher chinese = CHINESE.matcher(compact);
        if (chinese.matches()) {
            return readChinese(text, chinese);
        }
        return SHORT_YEAR.matcher(compact).matches()
                ? Parsed.failed("date.year", text.strip())
                : Parsed.failed("date.unreadable", text.strip());
    }

    /** Reads a date that must be complete to the day. */
    public static Parsed<LocalDate> readDay(String text) {
        Parsed<PartialDate> partial = read(text);
        return partial.isOk() && !partial.get().isComplete()
                ? Parsed.failed("date.incomplete", text.strip())
                : partial.map(PartialDate::earliest);
    }

    /**
     * Reads the number by which a spreadsheet stores a date: days in the 1900 date system. Drops the fraction, which is
     * the time of day.
     */
    public static Parsed<PartialDate> readSpreadsheetSerial(double serial) {
        int days = (int) Math.floor(serial);
        if (!(serial >= 1 && serial < LAST_SERIAL + 1) || days == DAY_THAT_NEVER_WAS) {
            return Parsed.failed("date.serial", Double.toString(serial));
        }
        int shift = days < DAY_THAT_NEVER_WAS ? 1 : 0;
        return Parsed.ok(of(SPREADSHEET_EPOCH.plusDays((long) days + shift)));
    }

    private static Parsed<PartialDate> readChinese(String text, Matcher match) {
        OptionalInt month = chinese(match.group(2));
        OptionalInt day = chinese(match.group(3));
        boolean unread = (match.group(2) != null && month.isEmpty()) || (match.group(3) != null && day.isEmpty());
        return unread
                ? Parsed.failed("date.unreadable", text.strip())
                : of(text, ChineseNumerals.read(match.group(1)), month, day);
    }

    private static OptionalInt chinese(@Nullable String digits) {
        return digits == null ? OptionalInt.empty() : ChineseNumerals.read(digits);
    }

    private static OptionalInt number(@Nullable String digits) {
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }

    private static Parsed<PartialDate> of(String text, OptionalInt year, OptionalInt month, OptionalInt day) {
        try {
            if (year.orElse(0) < EARLIEST_YEAR) {
                return Parsed.failed("date.impossible", text.strip());
            }
            return Parsed.ok(new PartialDate(year.orElse(0), month, day));
        } catch (DateTimeException impossible) {
            return Parsed.failed("date.impossible", text.strip());
        }
    }

    public boolean isComplete() {
        return day.isPresent();
    }

    public boolean isLongTerm() {
        return equals(LONG_TERM);
    }

    /** Returns the day; empty when the date is incomplete. */
    public Optional<LocalDate> date() {
        return isComplete() ? Optional.of(earliest()) : Optional.empty();
    }

    /** Returns the first possible day. */
    public LocalDate earliest() {
        return LocalDate.of(year, month.orElse(1), day.orElse(1));
    }

    /** Returns the last possible day. */
    public LocalDate latest() {
        return isComplete() ? earliest() : YearMonth.of(year, month.orElse(12)).atEndOfMonth();
    }

    /** Returns {@code 2026-11-18}, {@code 2026-11} or {@code 2026}. */
    @Override
    public String toString() {
        String text = String.format(Locale.ROOT, "%04d", year);
        if (month.isPresent()) {
            text += String.format(Locale.ROOT, "-%02d", month.getAsInt());
        }
        return day.isPresent() ? text + String.format(Locale.ROOT, "-%02d", day.getAsInt()) : text;
    }
}
