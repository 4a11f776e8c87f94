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
 * Which day it is for the law. The clock of a village computer may say anything, so two questions have two answers: what is
 * hidden goes by the later day, which protects the person; what is deleted (征信业管理条例 article 16) goes by the day that is
 * sure, since nothing that was deleted comes back.
 *
 * @param clock the day that the clock of this machine says, put right by the last exchange when it is not believed
 * @param sure the last day that is sure to have begun; absent when nothing is known
 */
public record SureDay(LocalDate clock, Optional<LocalDate> sure) {
    /** Name of the note that keeps the last time that the platform signed. */
    public static final String SIGNED = "clock.signed";

    /** Name of the note that keeps the last time that a person confirmed. */
    public static final String CONFIRMED = "clock.confirmed";

    /** How far a clock may be ahead of what is sure and still be believed, in days. */
    public static final int BELIEVED_DAYS = 31;

    /** No archive was kept by this program before. */
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    static SureDay of(Clock clock, Optional<Instant> sure) {
        return of(clock.instant(), clock.getZone(), sure);
    }

    /** By the clock of the machine, or by what the last exchange makes of it when it is not believed itself. */
    static SureDay of(Clock clock, ArchiveStore store) {
        var machine = SureClock.machine(clock);
        var sure = store.sureTime();
        var says = machine.instant();
        var shifted = says.plus(store.clockLate());
        var right = sure.filter(at -> !isBelieved(at, says) && isBelieved(at, shifted));
        return of(right.isPresent() ? shifted : says, machine.getZone(), sure);
    }

    private static SureDay of(Instant says, ZoneId zone, Optional<Instant> sure) {
        return new SureDay(LocalDate.ofInstant(says, zone), sure.map(at -> LocalDate.ofInstant(at, zone)));
    }

    /** The day by which an archive hides and refuses. */
    static LocalDate hiding(Clock clock, ArchiveStore store) {
        return of(clock, store).hides();
    }

    /** The day by which rows are hidden, locked and refused: the later one. */
    public LocalDate hides() {
        return sure.filter(clock::isBefore).orElse(clock);
    }

    /** The day by which rows are deleted; absent when nothing is sure. */
    public Optional<LocalDate> deletes() {
        return sure.map(day -> isAhead() ? day : hides());
    }

    /** The day under which somebody records what happens today: not the one of a clock that is not believed. */
    public LocalDate records() {
        return deletes().orElse(clock);
    }

    /**
     * Whether the day of the clock cannot be today: it lies before a day that is sure to have begun, by more than travel explains,
     * or before there was this program. Nobody confirms it.
     */
    public boolean isTooEarly() {
        return clock.isBefore(sure.map(day -> day.minusDays(1)).orElse(FIRST));
    }

    /** Whether the clock is so far ahead of what is sure that it is not believed. */
    public boolean isAhead() {
        return sure.map(day -> clock.isAfter(day.plusDays(BELIEVED_DAYS))).orElse(true);
    }

    /**
     * Whether this is the day of today: the clock is neither far ahead of what is sure nor behind it by more than a day, which
     * travel explains. Otherwise nobody knows what is over by now, and no grade may rest on it.
     */
    public boolean isSure() {
        return !isAhead()
                && sure.filter(day -> clock.isBefore(day.minusDays(1))).isEmpty();
    }

    /** Whether a day may have begun by what is sure; a day on which something was made under a clock that is far ahead has not. */
    public boolean mayHaveBegun(LocalDate day) {
        return sure.filter(known -> day.isAfter(known.plusDays(BELIEVED_DAYS))).isEmpty();
    }

    /** Whether a time may have come by what is sure. */
    public boolean mayHaveBegun(Instant at) {
        return mayHaveBegun(LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    /**
     * The time that is sure after a save. A clock that is more than a month ahead moves nothing: otherwise the first save
     * under a wrong clock would make the second one certain. A clock that is behind moves nothing either.
     *
     * @param sure the time that was sure before
     * @param saved what the clock said at the save
     */
    static Instant after(Instant sure, Instant saved) {
        return isBelieved(sure, saved) ? saved : sure;
    }

    /**
     * By which time what became known is ordered. A time that is more than a month ahead of what is sure cannot be true, and would
     * be later than all that comes: it counts as the last that is sure.
     *
     * @param sure what was sure when it became known
     * @param at the time that it bears
     */
    static Instant ordered(Instant sure, Instant at) {
        return at.isAfter(sure.plus(Duration.ofDays(BELIEVED_DAYS))) ? sure : at;
    }

    /** Whether a clock that says this may be right: not before what is sure, and at most a month later. */
    static boolean isBelieved(Instant sure, Instant says) {
        return !says.isBefore(sure) && !says.isAfter(sure.plus(Duration.ofDays(BELIEVED_DAYS)));
    }

    /**
     * The text of note {@link #SIGNED}: the time that the platform signed and what the clock of the machine said then, so that a
     * clock that stays wrong can be put right until the next exchange.
     */
    static String signed(Instant time, Instant clock) {
        return time + " " + clock;
    }

    /**
     * What a note makes sure.
     *
     * @param late how much later the true time is than what the clock of the machine says; zero when that is right or not known
     */
    public record NotedTime(Instant time, Duration late) {
        /**
         * Reads the text of a note {@link #SIGNED} or {@link #CONFIRMED}.
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
     * Whether somebody confirms the day of the clock: its date and its weekday, such as {@code 2026-11-30 星期一}. Two
     * sources that agree make a day sure; whoever typed another day has to set the clock first.
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
