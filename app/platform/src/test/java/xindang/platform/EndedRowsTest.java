package xindang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.Change;
import xindang.model.archive.FieldChange;
import xindang.model.archive.TemplateRef;

/** 征信业管理条例 article 16 at the platform: a change may say any day of its save, and a row whose five years are over is not kept. */
class EndedRowsTest {
    private static final TemplateRef HOUSEHOLD = new TemplateRef("household", 1);
    private static final String ROW = "adverse.items.a1.";
    private static final String FACT = "贷款逾期四个月";
    /** Five years before a day between the day that the change says and today. */
    private static final String END = "2021-06-01";

    @TempDir
    Path data;

    private final SetClock clock = new SetClock();
    private Platform platform;
    private RawDevice device;
    private RawDevice other;
    private UUID record;

    @BeforeEach
    void start() {
        platform = Platform.start(Platform.Config.local(0, data, PlatformContract.TEMPLATES, clock));
        device = RawDevice.enrolled(platform, "LL-66-ffff", PlatformContract.TOWN, clock);
        other = RawDevice.enrolled(platform, "LL-02-b002", PlatformContract.TOWN, clock);
        var begun = device.household("王德才");
        record = begun.record();
        device.push(begun);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private Change longAgo(int days, String origin, FieldChange... fields) {
        return device.change(
                record,
                HOUSEHOLD,
                RawDevice.VILLAGE,
                "张敏",
                origin,
                clock.instant().minus(Duration.ofDays(days)),
                fields);
    }

    private Change row(int days) {
        return longAgo(
                days,
                "screen",
                FieldChange.set(ROW + "kind", "overdue"),
                FieldChange.set(ROW + "fact", FACT),
                FieldChange.set(ROW + "endsOn", END));
    }

    private static FieldChange deleted(String path, String value) {
        return new FieldChange(path, Optional.of(value), Optional.empty());
    }

    private FieldChange[] deletion() {
        return new FieldChange[] {
            deleted(ROW + "kind", "overdue"), deleted(ROW + "fact", FACT), deleted(ROW + "endsOn", END)
        };
    }

    private void assertKeptNowhere() throws SQLException {
        var page = other.pull("").body();
        assertFalse(page.contains(FACT), page);
        assertFalse(page.contains("overdue"), page);
        platform.close();
        assertFalse(PlatformDump.holds(data, FACT));
    }

    @Test
    void keepsNothingButTheEndOfARowThatIsOverToday() throws SQLException {
        assertEquals(List.of("applied"), RawDevice.verdicts(device.push(row(364))));
        assertTrue(other.pull("").body().contains(END), "so that every office deletes the row");
        assertKeptNowhere();
    }

    @Test
    void keepsNothingOfOneThatWasDeletedSince() throws SQLException {
        assertEquals(List.of("applied"), RawDevice.verdicts(device.push(row(364))));
        assertEquals(List.of("applied"), RawDevice.verdicts(device.push(longAgo(0, "retention", deletion()))));
        assertKeptNowhere();
    }

    @Test
    void keepsNothingOfOneThatComesWithItsDeletion() throws SQLException {
        var sent = device.push(row(364), longAgo(0, "retention", deletion()));
        assertEquals(List.of("applied", "applied"), RawDevice.verdicts(sent));
        assertKeptNowhere();
    }

    @Test
    void keepsNothingOfOneThatIsSetAside() throws SQLException {
        assertEquals(List.of("quarantined"), RawDevice.verdicts(device.push(row(30))));
        assertKeptNowhere();
    }

    @Test
    void keepsNothingOfOneThatIsSetAsideBeforeItIsMerged() throws SQLException {
        record = new UUID(7, 7);
        var elsewhere = longAgo(
                364,
                "screen",
                FieldChange.set("head.name", "孙桂兰"),
                FieldChange.set("file.village", "230102001001"),
                FieldChange.set(ROW + "kind", "overdue"),
                FieldChange.set(ROW + "fact", FACT),
                FieldChange.set(ROW + "endsOn", END));
        assertEquals(List.of("quarantined"), RawDevice.verdicts(device.push(elsewhere)));
        assertKeptNowhere();
    }

    @Test
    void keepsARowOfWhichALaterChangeCorrectsTheEnd() {
        var row = row(364);
        var right = longAgo(1, "screen", new FieldChange(ROW + "endsOn", Optional.of(END), Optional.of("2024-06-01")));
        assertEquals(List.of("applied", "applied"), RawDevice.verdicts(device.push(row, right)));
        assertTrue(other.pull("").body().contains(FACT));
    }

    @Test
    void keepsNothingOfOneThatWaitedForItsRecord() throws SQLException {
        var begun = other.household("孙桂兰");
        record = begun.record();
        var waits = longAgo(
                364,
                "screen",
                new FieldChange("head.name", Optional.of("孙桂兰"), Optional.of("孙桂兰")),
                FieldChange.set(ROW + "kind", "overdue"),
                FieldChange.set(ROW + "fact", FACT),
                FieldChange.set(ROW + "endsOn", END));
        assertEquals(List.of("deferred"), RawDevice.verdicts(device.push(waits)));
        other.push(begun);
        assertTrue(other.pull("").body().contains(END));
        assertKeptNowhere();
    }
}
