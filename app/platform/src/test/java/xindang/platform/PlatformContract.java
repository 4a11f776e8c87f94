package xindang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.FieldChange;
import xindang.model.archive.TemplateRef;
import xindang.model.common.Digest;
import xindang.model.json.JsonValue;
import xindang.model.law.Scrutiny;
import xindang.model.shipped.ShippedTemplates;

/** What every platform must do, whatever database it stands on. */
abstract class PlatformContract
        implements DoorContract,
                ErasureContract,
                HistorySearchContract,
                PushContract,
                RegionContract,
                WithheldContract {
    static final String TOWN = "230184100";
    static final ShippedTemplates TEMPLATES = ShippedTemplates.load();

    @TempDir
    Path data;

    final SetClock clock = new SetClock();
    private Platform platform;

    abstract Platform.Config config(Path directory, SetClock time);

    @BeforeEach
    void start() {
        platform = Platform.start(config(data, clock));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Override
    public Platform judging(Scrutiny scrutiny) {
        platform.close();
        platform = Platform.start(config(data, clock).judging(scrutiny));
        return platform;
    }

    @Override
    public Platform platform() {
        return platform;
    }

    @Override
    public SetClock clock() {
        return clock;
    }

    @Override
    public RawDevice device(String name) {
        return RawDevice.enrolled(platform, name, TOWN, clock);
    }

    @Test
    void keepsEverythingOverARestart() {
        var device = device("LL-01-a001");
        var id = UUID.randomUUID();
        var body = device.batch(id, List.of(device.household("王德才")));
        var answer = device.push(id, body);
        platform.close();
        platform = Platform.start(config(data, clock));
        var back = new RawDevice(platform, device.name, clock, device.key);
        back.join(device.answer());

        assertEquals(answer.body(), back.push(id, body).body());
        assertEquals(1, JsonValue.parse(back.pull("").body()).list("changes").size());
        assertNotEquals("", JsonValue.parse(back.get("/device").body()).text("device"));
    }

    @Test
    void saysWhetherItIsUp() {
        var device = new RawDevice(platform, "LL-01-a001", clock);

        assertEquals(200, device.getPlain("/health").statusCode());
        assertEquals(404, device.getPlain("/nowhere").statusCode());
    }

    @Test
    void thePublicPageTellsAGenuineReportFromAnother() {
        var device = device("LL-01-a001");
        var digest = Digest.of("report");
        device.push(device.change(
                UUID.randomUUID(),
                new TemplateRef("report", 1),
                RawDevice.VILLAGE,
                FieldChange.set("report.number", "230184100-20261123101500-a001-0007"),
                FieldChange.set("report.digest", digest),
                FieldChange.set("report.kind", "household"),
                FieldChange.set("report.person", "张敏"),
                FieldChange.set("report.at", "2026-11-23T02:15:00Z")));

        var genuine = device.getPlain("/r/230184100-20261123101500-a001-0007?d=" + digest);
        var brief = device.getPlain("/r/230184100-20261123101500-a001-0007?d=" + Digest.brief(digest));
        var forged = device.getPlain("/r/230184100-20261123101500-a001-0007?d=" + Digest.of("other"));
        var unknown = device.getPlain("/r/230184100-20261123101500-a001-0008?d=" + digest);
        var codeless = device.getPlain("/r/230184100-20261123101500-a001-0007");
        var hostile = device.getPlain("/r/%3Cscript%3E?d=%3Cscript%3E");

        assertTrue(genuine.body().contains("属实"), genuine.body());
        assertTrue(genuine.body().contains("2026 年 11 月 23 日"), genuine.body());
        assertTrue(brief.body().contains("属实"), brief.body());
        assertTrue(forged.body().contains("不符"), forged.body());
        assertTrue(unknown.body().contains("未查到"), unknown.body());
        assertTrue(codeless.body().contains("请扫描二维码"), codeless.body());
        for (var malformed : List.of(digest + "0", "zzzzzzzzzzzzzzzz", "7f", "%E6%A0%A1", digest.repeat(40))) {
            var page = device.getPlain("/r/230184100-20261123101500-a001-0007?d=" + malformed);
            assertTrue(page.body().contains("不符"), page.body());
        }
        assertEquals(false, genuine.body().contains("张敏"));
        assertEquals(false, hostile.body().contains("<script>"));
    }
}
