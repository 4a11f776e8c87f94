package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SureDayTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final long HISTORIES = 2000;

    @Test
    void hidesByTheLaterDayAndDeletesByTheSureOne() {
        check("2026-11-30", "2026-11-30", "2026-11-30", "2026-11-30", false);
        check("2026-12-31", "2026-11-30", "2026-12-31", "2026-12-31", false);
        check("2027-01-01", "2026-11-30", "2027-01-01", "2026-11-30", true);
        check("2032-11-30", "2026-11-30", "2032-11-30", "2026-11-30", true);
        check("2026-11-29", "2026-11-30", "2026-11-30", "2026-11-30", false);
        check("1980-01-01", "2026-11-30", "2026-11-30", "2026-11-30", false);
    }

    @Test
    void aDayIsSureWhileTheClockIsNeitherFarAheadNorBehind() {
        for (var sure : List.of("2026-11-29", "2026-11-30", "2026-12-31")) {
            assertTrue(on(sure).isSure(), sure);
        }
        for (var unsure : List.of("2026-11-28", "1980-01-01", "2027-01-01", "2051-07-01")) {
            assertFalse(on(unsure).isSure(), unsure);
        }
        assertFalse(new SureDay(DAY, Optional.empty()).isSure());
        assertTrue(on("2026-11-30").mayHaveBegun(LocalDate.parse("2026-12-31")));
        assertFalse(on("2051-07-01").mayHaveBegun(LocalDate.parse("2027-01-01")));
    }

    private static SureDay on(String clock) {
        return new SureDay(LocalDate.parse(clock), Optional.of(DAY));
    }

    private static void check(String clock, String sure, String hides, String deletes, boolean ahead) {
        var day = new SureDay(LocalDate.parse(clock), Optional.of(LocalDate.parse(sure)));
        assertEquals(LocalDate.parse(hides), day.hides(), clock);
        assertEquals(Optional.of(LocalDate.parse(deletes)), day.deletes(), clock);
        assertEquals(ahead, day.isAhead(), clock);
    }

    @Test
    void deletesNothingWhereNothingIsSure() {
        var day = new SureDay(DAY, Optional.empty());
        assertEquals(DAY, day.hides());
        assertEquals(Optional.empty(), day.deletes());
        assertTrue(day.isAhead());
    }

    @Test
    void countsDaysWhereTheClockIs() {
        var late = Clock.fixed(Instant.parse("2026-11-29T17:00:00Z"), ZoneId.of("Asia/Shanghai"));
        assertEquals(new SureDay(DAY, Optional.of(DAY)), SureDay.of(late, Optional.of(late.instant())));
    }

    @Test
    void aPersonConfirmsTheDayOfTheClockWithItsWeekday() {
        var day = new SureDay(DAY, Optional.empty());
        for (var right : new String[] {"2026-11-30 星期一", " 2026-11-30，周一 ", "2026-11-30 Monday", "2026-11-30 monday"}) {
            assertTrue(day.isConfirmedBy(right), right);
        }
        for (var wrong : new String[] {
            "",
            "2026-11-30",
            "星期一",
            "2026-11-30 星期二",
            "2026-12-01 星期二",
            "2026-12-07 星期一",
            "2026-11-31 星期一",
            "30.11. 星期一",
            "2026-11-30 星期一 星期二"
        }) {
            assertFalse(day.isConfirmedBy(wrong), wrong);
        }
        assertTrue(new SureDay(DAY.minusDays(1), Optional.empty()).isConfirmedBy("2026-11-29 星期天"));
        assertFalse(day.isConfirmedBy("2026-11-30 星期天"));
    }

    @Test
    void nobodyConfirmsADayThatIsOverAndNothingIsRecordedUnderOneThatIsNotBelieved() {
        assertFalse(new SureDay(DAY, Optional.of(DAY)).isTooEarly());
        assertFalse(new SureDay(DAY.minusDays(1), Optional.of(DAY)).isTooEarly());
        assertTrue(new SureDay(DAY.minusDays(2), Optional.of(DAY)).isTooEarly());
        assertFalse(new SureDay(DAY, Optional.empty()).isTooEarly());
        assertTrue(new SureDay(LocalDate.of(1980, 1, 1), Optional.empty()).isTooEarly());
        assertEquals(DAY, new SureDay(DAY.minusYears(1), Optional.of(DAY)).records());
        assertEquals(DAY, new SureDay(DAY.plusDays(32), Optional.of(DAY)).records());
        assertEquals(DAY.plusDays(31), new SureDay(DAY.plusDays(31), Optional.of(DAY)).records());
        assertEquals(DAY, new SureDay(DAY, Optional.empty()).records());
    }

    /**
     * The oracle knows the true time. A clock that is right, behind, or more than a month ahead never makes a day sure that
     * has not begun, whatever is saved; and nothing that ended is kept for longer once the platform signed or the clock was
     * right within a month of it.
     */
    @Test
    void noHistoryOfClocksDeletesBeforeItsTime() {
        var random = new Random(71);
        for (var history = 0; history < HISTORIES; history++) {
            var truth = Instant.parse("2026-11-30T00:00:00Z");
            var sure = truth;
            for (var step = 0; step < 60; step++) {
                truth = truth.plus(Duration.ofHours(random.nextInt(24 * 40)));
                var shown = truth.plus(wrong(random));
                var honest = shown.equals(truth);
                var soon = honest && !truth.isAfter(sure.plus(Duration.ofDays(31)));
                switch (random.nextInt(4)) {
                    case 0 -> sure = truth; // the platform signed
                    case 1, 2 -> sure = SureDay.after(sure, shown);
                    default -> {}
                }
                assertFalse(sure.isAfter(truth));
                var day = SureDay.of(Clock.fixed(shown, ZoneOffset.UTC), Optional.of(sure));
                var today = LocalDate.ofInstant(truth, ZoneOffset.UTC);
                var deletes = day.deletes().orElseThrow();
                assertFalse(deletes.isAfter(today), "deleted on " + deletes + ", and it is " + today);
                assertFalse(deletes.isBefore(LocalDate.ofInstant(sure, ZoneOffset.UTC)));
                assertFalse(day.hides().isBefore(deletes));
                if (soon) {
                    assertEquals(today, deletes);
                }
            }
        }
    }

    private static Duration wrong(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Duration.ofDays(-random.nextInt(4000)).minusHours(1);
            case 1 -> Duration.ofDays(72 + random.nextInt(2200));
            default -> Duration.ZERO;
        };
    }

    @Test
    void aSaveMovesWhatIsSureByAMonthAtMostAndNeverBack() {
        var sure = Instant.parse("2026-11-30T08:00:00Z");
        assertEquals(sure.plus(Duration.ofDays(31)), SureDay.after(sure, sure.plus(Duration.ofDays(31))));
        assertEquals(sure, SureDay.after(sure, sure.plus(Duration.ofDays(31)).plusMillis(1)));
        assertEquals(sure, SureDay.after(sure, sure.minusMillis(1)));
        assertEquals(sure.plusMillis(1), SureDay.after(sure, sure.plusMillis(1)));
    }
}
