package xindang.model.keeping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.common.Ids;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.testing.InMemoryArchiveStore;

/** Typed doors let in nothing that the gate of what arrives would set aside for its size. */
class LimitsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-18T02:00:00Z"), ZoneOffset.UTC);
    private static final ShippedTemplates TEMPLATES = ShippedTemplates.load();

    private final InMemoryArchiveStore store = new InMemoryArchiveStore("XD-TEST-01", TEMPLATES, CLOCK);
    private final Archives archives =
            new Archives(store, TEMPLATES, Divisions.harbin(), new Ids(CLOCK, new Random(7)), CLOCK);

    @Test
    void aNumberToBeVerifiedIsALineOfAHundredLetters() {
        assertEquals(List.of(), unverified("抄错的号"));
        assertEquals(List.of(), unverified("9".repeat(100)));
        assertEquals(List.of("head.number field.long"), unverified("9".repeat(101)));
        var saved = created(Map.of(
                "head.name",
                "周海山",
                "head.number",
                " 号\u0000\n  3 ",
                "head.unverified",
                "是",
                "head.unverifiedReason",
                "字迹模糊"));
        var record = saved.get().changes().get(0).record();
        assertEquals("号 3", store.find(record).orElseThrow().content().text("head.number"));
    }

    private List<String> unverified(String number) {
        var typed = codes(created(Map.of(
                "head.name", "周海山", "head.number", number, "head.unverified", "是", "head.unverifiedReason", "字迹模糊")));
        var draft = new Draft(
                UUID.randomUUID(),
                UUID.randomUUID(),
                TEMPLATES.get("household").ref(),
                List.of(
                        FieldChange.set("file.village", "230113107200"),
                        FieldChange.set("head.name", "周海山"),
                        FieldChange.set("head.number", number),
                        FieldChange.set("head.unverified", "true"),
                        FieldChange.set("head.unverifiedReason", "字迹模糊")),
                "张敏",
                CLOCK.instant(),
                "import",
                List.of());
        assertEquals(typed, codes(archives.save(List.of(draft))));
        return typed;
    }

    @Test
    void theKeyOfARowIsShortAndPlain() {
        assertEquals(List.of(), keyed("m".repeat(64)));
        assertEquals(List.of("record.path.unknown"), keyed("m".repeat(65)));
        assertEquals(List.of("record.path.unknown"), keyed("长子"));
        assertEquals(List.of("record.path.unknown"), keyed("<b>"));
    }

    private List<String> keyed(String key) {
        return created(Map.of(
                        "head.name",
                        "周海山",
                        "head.number",
                        "230112199001011233",
                        "family.members." + key + ".relation",
                        "10"))
                .violations()
                .stream()
                .map(finding -> finding.violation().code())
                .filter(code -> code.startsWith("record.path"))
                .toList();
    }

    @Test
    void aTextOfAnyTypeIsNotLookedAtBeyondALine() {
        var typed =
                Map.of("head.name", "周海山", "head.number", "230112199001011233", "finance.loanBalance", "1".repeat(501));

        assertEquals(List.of("finance.loanBalance field.long"), codes(created(typed)));
    }

    @Test
    void aRecordHoldsTwentyThousandValues() {
        var typed = new HashMap<String, String>();
        typed.put("head.name", "周海山");
        typed.put("head.number", "230112199001011233");
        for (var n = 0; n < 20_000; n++) {
            typed.put("land.parcels.p" + n + ".area", "1");
        }

        assertEquals(List.of(" record.large"), codes(created(typed)));
    }

    private Outcome<xindang.model.archive.SaveReceipt> created(Map<String, String> typed) {
        return archives.create("household", "230113107200", typed, "张敏");
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.violations().stream()
                .map(finding -> finding.path() + " " + finding.violation().code())
                .toList();
    }
}
