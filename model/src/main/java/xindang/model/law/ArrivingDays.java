package xindang.model.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;

/**
 * The days by which a received change is judged. A change may arrive months after it was saved, or its clock may have
 * been wrong. If it was lawful when saved, it is accepted. If it was saved more than a year ago, or by a clock that is
 * behind, it counts as one year old.
 *
 * @param saved the day of the save, at most a year ago
 * @param lawful the days on which a consent may be valid; one of them is enough: the day of the save in China or in
 *     UTC, and today
 * @param ended the day for the check of terms: the day of the save, or today when the clock was ahead
 * @param latest the later of the day of the save and today; no date may be after it
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
