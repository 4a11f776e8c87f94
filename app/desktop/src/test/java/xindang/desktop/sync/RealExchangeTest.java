package xindang.desktop.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.desktop.Bench;
import xindang.desktop.office.Office;
import xindang.model.archive.RecordFilter;
import xindang.model.common.Ids;
import xindang.model.common.Progress;
import xindang.model.intake.Intake;
import xindang.model.intake.IntakeOptions;
import xindang.model.keeping.Archives;
import xindang.model.practice.PracticeRoster;
import xindang.model.rating.RatingForms;
import xindang.model.rating.Ratings;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.persistence.Workspace;
import xindang.persistence.keys.Argon2;
import xindang.platform.Platform;
import xindang.sync.SyncEngine;

/** Two real archives exchange with a real platform through the view model of the page. */
class RealExchangeTest {
    private static final ShippedTemplates TEMPLATES = ShippedTemplates.load();

    @TempDir
    private Path folder;

    private Workspace workspace(String device) {
        var setup = new Workspace.Setup(PracticeRoster.TOWN.padded(), Bench.USER, device, Argon2.Cost.TRIAL);
        return Workspace.create(folder.resolve(device), setup, "秘密的密码".toCharArray(), TEMPLATES, Bench.CLOCK)
                .workspace();
    }

    private static Office office(Workspace workspace, long seed) {
        var store = workspace.archives();
        var ids = new Ids(Bench.CLOCK, new Random(seed));
        var archives = new Archives(store, TEMPLATES, Divisions.harbin(), ids, Bench.CLOCK);
        return new Office(
                store,
                archives,
                new Ratings(store, TEMPLATES, RatingForms.shipped(), ids, Bench.CLOCK),
                workspace.exchange(),
                TEMPLATES,
                Divisions.harbin(),
                ids,
                PracticeRoster.TOWN,
                Bench.USER);
    }

    private static SyncViewModel enrolled(Bench bench, Office office, Platform platform) {
        var engine = new SyncEngine(office.exchange(), HttpClient.newHttpClient(), Bench.CLOCK);
        var model = new SyncViewModel(bench.desk(), office, engine);
        model.address.set(platform.address().toString());
        model.code.set(platform.code(PracticeRoster.TOWN.digits()));
        model.enrol();
        return model;
    }

    @Test
    void aWrongClockIsToldAndTheExchangeGoesOn() {
        var bench = new Bench();
        var city = Clock.offset(Bench.CLOCK, Duration.ofMinutes(25 * 60 + 12));
        try (var platform = Platform.start(Platform.Config.local(0, folder.resolve("city"), TEMPLATES, city));
                var here = workspace("LL-03")) {
            var model = enrolled(bench, office(here, 3), platform);
            assertEquals(Optional.empty(), model.warning());
            model.exchange();
            assertEquals(
                    "这台电脑的时钟比平台慢 1 天 1 小时 12 分钟，请在系统设置里校准日期和时间，否则保存、评定和报告上的时间都不准；这次同步没有受影响。",
                    model.warning().orElse(""));
            assertEquals(Optional.empty(), model.failureProperty().get());
        }
    }

    private static UUID any(Office office) {
        return office.store()
                .list(RecordFilter.all("household"), RecordFilter.Window.first(1))
                .items()
                .get(0)
                .id();
    }

    @Test
    void aClashBetweenTwoOfficesIsDecidedOnThePage() {
        var bench = new Bench();
        try (var platform = Platform.start(Platform.Config.local(0, folder.resolve("city"), TEMPLATES, Bench.CLOCK));
                var here = workspace("LL-03");
                var there = workspace("NJ-01")) {
            var mine = office(here, 1);
            var theirs = office(there, 2);
            new Intake(TEMPLATES, Divisions.harbin(), mine.store(), mine.ids(), Bench.CLOCK, PracticeRoster.TOWN)
                    .run(List.of(Bench.roster(5)), IntakeOptions.of("household", Bench.USER), Progress.NONE);
            var model = enrolled(bench, mine, platform);
            var other = enrolled(bench, theirs, platform);
            assertEquals(5, model.pendingProperty().get());
            model.exchange();
            assertTrue(model.onlineProperty().get());
            assertEquals(0, model.pendingProperty().get());
            assertEquals(5, model.reportProperty().get().orElseThrow().sent());
            other.exchange();
            var record = any(mine);
            theirs.archives().edit(record, Map.of("head.phone", "13900007754"), "陈文博");
            mine.archives().edit(record, Map.of("head.phone", "13900007745"), Bench.USER);
            other.exchange();
            model.exchange();
            assertEquals(1, model.inbox().size());
            var clash = model.chosen.get().orElseThrow().clashes().get(0);
            assertEquals("139****7745", clash.mine().value());
            assertEquals("139****7754", clash.theirs().value());
            assertEquals("我的（本机）", clash.mine().title());
            model.decide(clash, Decision.of(Decision.Kind.MINE));
            model.confirm();
            assertEquals(0, model.inbox().size());
            model.exchange();
            other.exchange();
            assertEquals(
                    "13900007745",
                    theirs.store().find(record).orElseThrow().content().text("head.phone"));
            assertEquals(List.of(), bench.dialogs.failures);
        }
    }
}
