package xindang.model.law;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import xindang.model.archive.ArchiveStore;

/**
 * The day that the law is applied by. The clock of a computer may be wrong, so there are two days. Hiding uses the
 * later day, which protects the person. Deleting (征信业管理条例 article 16) uses the sure day (可靠日期), because a deletion
 * cannot be undone.
 *
 * @param clock the day of the machine's clock, corrected by the last exchange when the clock is not believed
 * @param sure the last day that has begun for certain; absent when none is known
 */
public record SureDay(LocalDate clock, Optional<LocalDate> sure) {
    /** Name of the setting with the last time that the platform signed. */
    public static final String SIGNED = "clock.signed";

    /** Name of the setting with the last time that a person confirmed. */
    public static final String CONFIRMED = "clock.confirmed";

    /** How many days a believed clock may be ahead of the sure day. */
    public static final int BELIEVED_DAYS = 31;

    /** The program did not exist before this day. */
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    static SureDay of(Clock clock, Optional<Instant> sure) {
        return of(clock.instant(), clock.getZone(), sure);
    }

    /**
     * Uses the clock of the machine, or the clock corrected by the last exchange when that one is believed and the
     * other is not.
     */
    static SureDay of(Clock clock, ArchiveStore store) {
        var machine = SureClock.machine(clock);
        var sure = store.sureTime();
        var clockTime = machine.instant();
        var shifted = clockTime.plus(store.clockLate());
        var right = sure.filter(at -> !isBelieved(at, clockTime) && isBelieved(at, shifted));
        return of(right.isPresent() ? shifted : clockTime, machine.getZone(), sure);
    }

    private static SureDay of(Instant clockTime, ZoneId zone, Optional<Instant> sure) {
        return new SureDay(LocalDate.ofInstant(clockTime, zone), sure.map(at -> LocalDate.ofInstant(at, zone)));
    }

    /** Returns the day by which an archive hides and refuses. */
    static LocalDate hiding(Clock clock, ArchiveStore store) {
        return of(clock, store).hides();
    }

    /** Returns the day by which rows are hidden, locked and refused: the later one. */
    public LocalDate hides() {
        return sure.filter(clock::isBefore).orElse(clock);
    }

    /** Returns the day by which rows are deleted; absent when there is no sure day. */
    public Optional<LocalDate> deletes() {
        return sure.map(day -> isAhead() ? day : hides());
    }

    /** Returns the day for recording an event of today. It is never the day of a clock that is not believed. */
    public LocalDate records() {
        return deletes().orElse(clock);
    }

    /**
     * Returns whether the clock cannot be right: its day is more than one day before the sure day (one day is possible
     * by travel), or before the program existed. Such a day cannot be confirmed.
     */
    public boolean isTooEarly() {
        return clock.isBefore(sure.map(day -> day.minusDays(1)).orElse(FIRST));
    }

    /** Returns whether the clock is too far ahead of the sure day to be believed. */
    public boolean isAhead() {
        return sure.map(day -> clock.isAfter(day.plusDays(BELIEVED_DAYS))).orElse(true);
    }

    /**
     * Returns whether the clock is believed: neither far ahead of the sure day nor more than one day behind it (one day
     * is possible by travel). Otherwise it is unknown which terms have expired, and nothing may be rated.
     */
    public boolean isSure() {
        return !isAhead()
                && sure.filter(day -> clock.isBefore(day.minusDays(1))).isEmpty();
    }

    /** Returns whether a day may have begun, by the sure day. A day recorded by a clock far ahead has not. */
    public boolean mayHaveBegun(LocalDate day) {
        return sure.filter(known -> day.isAfter(known.plusDays(BELIEVED_DAYS))).isEmpty();
    }

    /** Returns whether a time may have passed, by the sure day. */
    public boolean mayHaveBegun(Instant at) {
        return mayHaveBegun(LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    /**
     * Returns the sure time after a save. A clock more than a month ahead does not change it, because otherwise the
     * first save with a wrong clock would confirm the second one. A clock that is behind does not change it either.
     *
     * @param sure the sure time before the save
     * @param saved the time of the clock at the save
     */
    static Instant after(Instant sure, Instant saved) {
        return isBelieved(sure, saved) ? saved : sure;
    }

    /**
     * Returns the time by which an event is ordered. A time more than a month ahead of the sure time is wrong and would
     * be later than all future events, so the sure time replaces it.
     *
     * @param sure the sure time when the event became known
     * @param at the time in the event
     */
    static Instant ordered(Instant sure, Instant at) {
        return at.isAfter(sure.plus(Duration.ofDays(BELIEVED_DAYS))) ? sure : at;
    }

    /** Returns whether a time of a clock may be right: not before the sure time, and at most a month after it. */
    static boolean isBelieved(Instant sure, Instant clockTime) {
        return !clockTime.isBefore(sure) && !clockTime.isAfter(sure.plus(Duration.ofDays(BELIEVED_DAYS)));
    }

    /**
     * Returns the text of setting {@link #SIGNED}: the time signed by the platform and the machine's clock at that
     * moment. The difference corrects a wrong clock until the next exchange.
     */
    static String signed(Instant time, Instant clock) {
        return time + " " + clock;
    }

    /**
     * The content of a setting about time.
     *
     * @param late how far the machine's clock is behind the true time; zero when it is right or unknown
     */
    public record NotedTime(Instant time, Duration late) {
        /**
         * Reads the text of setting {@link #SIGNED} or {@link #CONFIRMED}.
         *
         * @throws DateTimeParseException when it is no time
         */
        static NotedTime of(String text) {
            var parts = text.split(" ", 2);
            var time = Instant.parse(parts[0]);
            return new NotedTime(
                    time, parts.length == 1 ? Duration.ZERO : Duration.between(Instant.parse(parts[1]), time));
        }
    }

    /**
     * Returns whether a typed text confirms the day of the clock: date and weekday, such as {@code 2026-11-30 星期一}. Two
     * sources that agree make a day sure. A person who types another day must set the clock first.
     */
    public boolean isConfirmedBy(String typed) {
        var parts = typed.strip().split("[\\s,，]+");
        try {
            return parts.length == 2 && LocalDate.parse(parts[0]).equals(clock) && isWeekday(parts[1]);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private boolean isWeekday(String word) {
        var weekday = clock.getDayOfWeek();
        var chinese = weekday.getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE);
        return word.equals(chinese)
                || word.equals(chinese.replace("星期", "周"))
                || (word.equals("星期天") && chinese.equals("星期日"))
                || word.equalsIgnoreCase(weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }
}
