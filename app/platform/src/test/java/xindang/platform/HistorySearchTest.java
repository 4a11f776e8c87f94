package xindang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.FieldChange;
import xindang.model.law.Scrutiny;

/** After a search by other words nothing that they forbid is in a row of the database: no change, record, conflict, deleted row. */
class HistorySearchTest {
    private static final String BLOOD = WithheldContract.BLOOD;

    @TempDir
    Path data;

    private final SetClock clock = new SetClock();

    private Platform start(Scrutiny words) {
        return Platform.start(Platform.Config.local(0, data, PlatformContract.TEMPLATES, clock)
                .judging(words));
    }

    @Test
    void nothingOfItStaysInARow() throws SQLException {
        try (var platform = start(new HistorySearchContract.Words("of before", false))) {
            var device = RawDevice.enrolled(platform, "LL-01-a001", PlatformContract.TOWN, clock);
            var other = RawDevice.enrolled(platform, "LL-02-b002", PlatformContract.TOWN, clock);
            var begun = device.household("王德才");
            var record = begun.record();
            var away = "family.members.m1.awayPlace";
            device.push(
                    begun,
                    device.change(
                            record,
                            RawDevice.VILLAGE,
                            FieldChange.set("head.residence", BLOOD),
                            FieldChange.set("file.note", BLOOD),
                            FieldChange.set("family.members.m1.name", "王小明"),
                            FieldChange.set(away, BLOOD)),
                    device.change(
                            record,
                            RawDevice.VILLAGE,
                            new FieldChange("family.members.m1.name", Optional.of("王小明"), Optional.empty()),
                            new FieldChange(away, Optional.of(BLOOD), Optional.empty())));
            other.push(other.change(record, RawDevice.VILLAGE, FieldChange.set("head.residence", "东屯")));
        }
        assertEquals(2, holds(), "the rows of the changes and that of the record hold it");

        start(new HistorySearchContract.Words("of today", true)).close();

        assertEquals(0, holds());
    }

    /** In how many statements it is that make a table's rows again. */
    private long holds() throws SQLException {
        var hex = HexFormat.of().formatHex(BLOOD.getBytes(StandardCharsets.UTF_8));
        return PlatformDump.of(data).stream()
                .filter(line -> line.contains(BLOOD) || line.contains(hex))
                .count();
    }
}
