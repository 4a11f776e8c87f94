package xindang.model.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * By which days a change that arrives is judged. Work of an honest office may arrive months after it was saved, and what was
 * lawful then is not lost now; what was saved longer ago than a year, or under a clock that is behind, counts as a year old.
 *
 * @param saved the day on which it was saved, at most a year ago and not after today
 * @param lawful the days of which one is enough for a consent: the day saved, here or where the day changes eight hours
 *     later, and today
 * @param latest the later of the day saved and today: nothing is dated after it
 */
record ArrivingDays(LocalDate saved, Set<LocalDate> lawful, LocalDate latest) {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    ArrivingDays {
        lawful = Set.copyOf(lawful);
    }

    static ArrivingDays of(Instant at, Instant now) {
        var today = LocalDate.ofInstant(now, CHINA);
        var stated = LocalDate.ofInstant(at, CHINA);
        var elsewhere = clamped(LocalDate.ofInstant(at, ZoneOffset.UTC), today);
        var saved = clamped(stated, today);
        // the set may be given the same day twice
        var lawful = new java.util.HashSet<LocalDate>();
        lawful.add(saved);
        lawful.add(elsewhere);
        lawful.add(today);
        return new ArrivingDays(
                saved.isBefore(elsewhere) ? saved : elsewhere, lawful, stated.isAfter(today) ? stated : today);
    }

    private static LocalDate clamped(LocalDate day, LocalDate today) {
        var earliest = today.minusYears(1);
        return day.isBefore(earliest) ? earliest : day.isAfter(today) ? today : day;
    }
}
