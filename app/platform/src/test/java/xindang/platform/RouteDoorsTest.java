package xindang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.Body;
import xindang.model.archive.FieldChange;
import xindang.model.archive.TemplateRef;
import xindang.model.common.Digest;
import xindang.model.exchange.WithheldChange;
import xindang.model.law.Withholding;
import xindang.model.wire.ExchangeJson;

/**
 * Every route that accepts a body is a door: a device that signs as it should sends through each what the law forbids to collect,
 * and the platform keeps it nowhere, not even of what it sets aside. A new route needs a row.
 */
class RouteDoorsTest {
    private static final String BLOOD = "血型AB型";
    /** Where only plain letters are accepted. */
    private static final String SICK = "tangniaobing";

    private static final TemplateRef HOUSEHOLD = new TemplateRef("household", 1);
    private static final Pattern ROUTE = Pattern.compile("\\.(?:post|put|patch|delete)\\(\"([^\"]+)\"");
    private static final Path ROUTES = Path.of("src/main/java/xindang/platform/Gateway.java");

    @TempDir
    Path data;

    private final SetClock clock = new SetClock();
    private Platform platform;
    private RawDevice hostile;
    private RawDevice other;

    @BeforeEach
    void start() {
        platform = Platform.start(Platform.Config.local(0, data, PlatformContract.TEMPLATES, clock));
        hostile = RawDevice.enrolled(platform, "LL-66-ffff", PlatformContract.TOWN, clock);
        other = RawDevice.enrolled(platform, "LL-02-b002", PlatformContract.TOWN, clock);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    /** What is sent through each route; each answer is looked at. */
    private Map<String, Supplier<List<HttpResponse<String>>>> doors() {
        var doors = new TreeMap<String, Supplier<List<HttpResponse<String>>>>();
        doors.put("/enrol", this::enrol);
        doors.put("/token", () -> List.of(hostile.token(BLOOD)));
        doors.put("/fork", () -> List.of(post("/fork", "{\"device\":\"" + BLOOD + "\"}")));
        doors.put("/push", this::push);
        doors.put("/handover", this::handover);
        doors.put("/withheld", this::withheld);
        return doors;
    }

    @Test
    void everyRouteWithABodyHasARow() throws IOException {
        var routes = new TreeSet<String>();
        ROUTE.matcher(Files.readString(ROUTES)).results().forEach(found -> routes.add(found.group(1)));
        assertEquals(
                routes, new TreeSet<>(doors().keySet()), "a route that accepts a body asks Gate and has a row here");
    }

    @Test
    void whatTheLawForbidsStaysInNoRow() throws SQLException {
        var answers = new ArrayList<String>();
        doors().forEach((route, send) -> send.get().forEach(answer -> {
            assertFalse(answer.statusCode() >= 500, () -> route + " " + answer.body());
            answers.add(route + " " + answer.body());
        }));
        answers.add("pull " + other.pull("").body());
        answers.add("own " + hostile.pull("").body());
        assertEquals(
                List.of(),
                answers.stream().filter(answer -> answer.contains(BLOOD)).toList());
        platform.close();
        var hex = HexFormat.of().formatHex(BLOOD.getBytes(StandardCharsets.UTF_8));
        for (var line : PlatformDump.of(data)) {
            assertFalse(line.contains(BLOOD) || line.contains(hex) || line.contains(SICK), line);
        }
    }

    private List<HttpResponse<String>> enrol() {
        var named = new RawDevice(platform, SICK + "-1", clock);
        var refused = named.enrol(platform.code(PlatformContract.TOWN), PlatformContract.TOWN);
        assertEquals(422, refused.statusCode());
        assertEquals("enrol.device", RawDevice.code(refused));
        return List.of(refused, new RawDevice(platform, BLOOD, clock).enrol(BLOOD, BLOOD), post("/enrol", BLOOD));
    }

    private List<HttpResponse<String>> push() {
        var begun = hostile.household("王德才");
        hostile.push(begun);
        var record = begun.record();
        var answers = new ArrayList<HttpResponse<String>>();
        Stream.of(
                        hostile.change(record, RawDevice.VILLAGE, FieldChange.set("file.note", BLOOD)),
                        hostile.change(record, RawDevice.VILLAGE, FieldChange.set("finance.deposits", BLOOD)),
                        hostile.change(record, RawDevice.VILLAGE, FieldChange.set("no.such.item", BLOOD)),
                        hostile.change(
                                record, RawDevice.VILLAGE, FieldChange.set("family.members." + BLOOD + ".name", "张三")),
                        hostile.change(
                                record,
                                RawDevice.VILLAGE,
                                new FieldChange("file.note", Optional.of(BLOOD), Optional.of("常住"))),
                        hostile.change(
                                record,
                                HOUSEHOLD,
                                RawDevice.VILLAGE,
                                BLOOD,
                                "screen",
                                clock.instant(),
                                FieldChange.set("file.note", "常住")),
                        hostile.change(
                                record,
                                HOUSEHOLD,
                                RawDevice.VILLAGE,
                                "张敏",
                                BLOOD,
                                clock.instant(),
                                FieldChange.set("file.note", "常住")),
                        // outside the region, waiting for a beginning, an erasure with a reason
                        hostile.change(UUID.randomUUID(), "110101001001", FieldChange.set("file.note", BLOOD)),
                        hostile.change(
                                UUID.randomUUID(),
                                RawDevice.VILLAGE,
                                new FieldChange("file.note", Optional.of("旧"), Optional.of(BLOOD))),
                        hostile.change(record, HOUSEHOLD, new Body.Erasure(BLOOD)))
                .forEach(change -> answers.add(hostile.push(change)));
        answers.forEach(answer -> assertEquals(List.of("quarantined"), RawDevice.verdicts(answer), answer.body()));
        var id = UUID.randomUUID();
        answers.add(hostile.push(id, hostile.batch(id, 12, List.of("{\"note\":\"" + BLOOD + "\"}"))));
        return answers;
    }

    private List<HttpResponse<String>> handover() {
        var maker = new RawDevice(platform, "LL-03-c003", clock);
        var answer = hostile.handover(
                maker.change(UUID.randomUUID(), RawDevice.VILLAGE, FieldChange.set("file.note", BLOOD)),
                maker.change(
                        UUID.randomUUID(),
                        RawDevice.VILLAGE,
                        new FieldChange("file.note", Optional.of("旧"), Optional.of(BLOOD))));
        assertEquals("{\"accepted\":0}", answer.body());
        return List.of(answer, byAName("AIDS-BxingRH"), byAName("yigan-HIV"));
    }

    /** A change of a device that was never let in, whose name says what is forbidden. */
    private HttpResponse<String> byAName(String device) {
        var maker = new RawDevice(platform, device, clock);
        var answer = hostile.handover(maker.household("王德才"));
        assertEquals("{\"accepted\":0}", answer.body());
        return answer;
    }

    private List<HttpResponse<String>> withheld() {
        var lawful = other.change(
                UUID.randomUUID(),
                RawDevice.VILLAGE,
                FieldChange.set("head.name", "王德才"),
                FieldChange.set("file.note", "常住"));
        other.push(lawful);
        var reports = Stream.of(
                        new Withholding.Place("file.note", Digest.of("常住"), "law." + SICK),
                        new Withholding.Place(BLOOD, BLOOD, BLOOD))
                .map(place -> ExchangeJson.write(List.of(new WithheldChange(lawful.id(), List.of(place), false))))
                .toList();
        var answers = reports.stream()
                .map(report -> hostile.withheld(report, hostile.sign(report.getBytes(StandardCharsets.UTF_8))))
                .toList();
        assertEquals(
                List.of(true, false),
                answers.stream()
                        .map(answer -> answer.body().contains("\"kept\""))
                        .toList(),
                "the first report is noted, the second is about nothing that is here");
        return answers;
    }

    private HttpResponse<String> post(String path, String body) {
        return hostile.send(hostile.request(path)
                .header("Xindang-Signature", hostile.sign(body.getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString(body)));
    }
}
