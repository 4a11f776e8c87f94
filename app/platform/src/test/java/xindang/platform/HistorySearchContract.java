package xindang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Change;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Withheld;
import xindang.model.json.JsonValue;
import xindang.model.law.Arrival;
import xindang.model.law.Gate;
import xindang.model.law.Objection;
import xindang.model.law.Scrutiny;
import xindang.model.region.Divisions;
import xindang.model.template.Template;
import xindang.model.wire.ChangeJson;

/** What every platform does about what it has when its words grow. */
interface HistorySearchContract {
    /** The platform, started again with judgement of its own. */
    Platform judging(Scrutiny scrutiny);

    SetClock clock();

    /** The words of a platform: none, or those of today; either lets every change in. */
    final class Words implements Scrutiny {
        private final String version;
        private final boolean areKnown;
        /** How many values were looked at. */
        private final AtomicInteger looks = new AtomicInteger();

        Words(String version, boolean areKnown) {
            this.version = version;
            this.areKnown = areKnown;
        }

        @Override
        public Optional<String> objection(Template template, Change change, String path, String value) {
            looks.incrementAndGet();
            return areKnown ? Gate.arrivingValue(template, change, path, value) : Optional.empty();
        }

        @Override
        public List<Objection> objections(
                Optional<Template> template, Arrival arrival, Instant now, Divisions divisions) {
            return List.of();
        }

        @Override
        public String version() {
            return version;
        }
    }

    @Test
    default void aLongerListOfWordsIsSearchedForInWhatIsStored() {
        var platform = judging(new Words("of before", false));
        var hostile = RawDevice.enrolled(platform, "LL-66-ffff", PlatformContract.TOWN, clock());
        var begun = hostile.household("王德才");
        var record = begun.record();
        var bad = hostile.change(record, RawDevice.VILLAGE, FieldChange.set("head.residence", WithheldContract.BLOOD));
        var waiting = hostile.change(
                UUID.randomUUID(),
                RawDevice.VILLAGE,
                new FieldChange("file.note", Optional.of("旧"), Optional.of(WithheldContract.BLOOD)));
        var aside =
                hostile.change(UUID.randomUUID(), "110101001001", FieldChange.set("file.note", WithheldContract.BLOOD));
        assertEquals(
                List.of("applied", "applied", "deferred", "quarantined"),
                RawDevice.verdicts(hostile.push(begun, bad, waiting, aside)));
        assertTrue(hostile.pull("").body().contains(WithheldContract.BLOOD));

        var words = new Words("of today", true);
        var later = judging(words);
        assertTrue(words.looks.get() > 0);
        var other = RawDevice.enrolled(later, "LL-02-b002", PlatformContract.TOWN, clock());
        var back = new RawDevice(later, hostile.name, clock(), hostile.key);
        back.join(hostile.answer());
        var page = other.pull("").body();
        assertFalse(page.contains(WithheldContract.BLOOD));
        assertFalse(back.pull("").body().contains(WithheldContract.BLOOD));
        var pulled = JsonValue.parse(page).list("changes").get(1);
        assertEquals(ChangeJson.digest(bad), pulled.text("digest"), "it goes on with the digest that it had");
        // what comes on top of the value meets its mark in the record
        var next = other.push(other.change(
                record,
                RawDevice.VILLAGE,
                new FieldChange(
                        "head.residence", Optional.of(Withheld.of(WithheldContract.BLOOD)), Optional.of("西屯"))));
        assertEquals(List.of("applied"), RawDevice.verdicts(next));
        // what waited is let go with its mark
        other.push(other.change(
                waiting.record(),
                RawDevice.VILLAGE,
                FieldChange.set("head.name", "李桂芝"),
                FieldChange.set("file.note", "旧")));
        var released = back.pull("").body();
        assertTrue(released.contains(waiting.id().toString()), released);
        assertFalse(released.contains(WithheldContract.BLOOD));
    }

    @Test
    default void theSameWordsAreSearchedForOnce() {
        var platform = judging(new Words("of before", true));
        var device = RawDevice.enrolled(platform, "LL-01-a001", PlatformContract.TOWN, clock());
        device.push(device.household("王德才"));

        var again = new Words("of before", true);
        judging(again);
        assertEquals(0, again.looks.get());
        var others = new Words("of today", true);
        judging(others);
        assertTrue(others.looks.get() > 0);
    }
}
