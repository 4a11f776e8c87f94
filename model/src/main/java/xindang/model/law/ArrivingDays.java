package xindang.model.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;

/**
 * By which days a change that arrives is judged. Work of an honest office may arrive months after it was saved, or under a
 * clock that is wrong, and what was lawful where it was saved is not lost; what was saved longer ago than a year, or under a
 * clock that is behind, counts as a year old.
 *
 * @param saved the day on which it was saved, at most a year ago
 * @param lawful the days of which one is enough for a consent: the day saved, here or where the day changes eight hours
 *     later, and today
 * @param ended the day by which a term is over: the day saved, or today when the clock was ahead
 * @param latest the later of the day saved and today: nothing is dated after it
 */
record ArrivingDays(LocalDate saved, Set<LocalDate> lawful, LocalDate ended, LocalDate latest) {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    ArrivingDays {
        lawful = Set.copyOf(lawful);
    }

    static ArrivingDays of(Instant at, Instant now) {
        var today = LocalDate.ofInstant(now, CHINA);
        var here = later(LocalDate.ofInstant(at, CHINA), today.minusYears(1));
        var elsewhere = later(LocalDate.ofInstant(at, ZoneOffset.UTC), today.minusYears(1));
        var lawful = new HashSet<LocalDate>();
        lawful.add(here);
        lawful.add(elsewhere);
        lawful.add(today);
        return new ArrivingDays(elsewhere, lawful, elsewhere.isAfter(today) ? today : elsewhere, later(here, today));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }
}
