package xindang.model.law;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
 * @param clock the day that the clock of this machine says
 * @param sure the last day that is sure to have begun; absent when nothing is known
 */
public record SureDay(LocalDate clock, Optional<LocalDate> sure) {
    /** Name of the note that keeps the last time that the platform signed. */
    public static final String SIGNED = "clock.signed";

    /** Name of the note that keeps the last time that a person confirmed. */
    public static final String CONFIRMED = "clock.confirmed";

    /** How far a clock may be ahead of what is sure and still be believed, in days. */
    public static final int BELIEVED_DAYS = 31;

    static SureDay of(Clock clock, Optional<Instant> sure) {
        return new SureDay(LocalDate.now(clock), sure.map(at -> LocalDate.ofInstant(at, clock.getZone())));
    }

    /** The day by which an archive hides and refuses. */
    static LocalDate hiding(Clock clock, ArchiveStore store) {
        return of(clock, store.sureTime()).hides();
    }

    /** The day by which rows are hidden, locked and refused: the later one. */
    public LocalDate hides() {
        return sure.filter(clock::isBefore).orElse(clock);
    }

    /** The day by which rows are deleted; absent when nothing is sure. */
    public Optional<LocalDate> deletes() {
        return sure.map(day -> isAhead() ? day : hides());
    }

    /** Whether the clock is so far ahead of what is sure that it is not believed. */
    public boolean isAhead() {
        return sure.map(day -> clock.isAfter(day.plusDays(BELIEVED_DAYS))).orElse(true);
    }

    /**
     * The time that is sure after a save. A clock that is more than a month ahead moves nothing: otherwise the first save
     * under a wrong clock would make the second one certain. A clock that is behind moves nothing either.
     *
     * @param sure the time that was sure before
     * @param saved what the clock said at the save
     */
    static Instant after(Instant sure, Instant saved) {
        var believed = saved.isAfter(sure) && !saved.isAfter(sure.plus(Duration.ofDays(BELIEVED_DAYS)));
        return believed ? saved : sure;
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
