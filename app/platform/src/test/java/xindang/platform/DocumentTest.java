package xindang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.FieldChange;
import xindang.model.common.Digest;
import xindang.model.exchange.WithheldChange;
import xindang.model.json.JsonValue;
import xindang.model.law.Objection;
import xindang.model.law.Withholding;
import xindang.model.wire.ChangeJson;
import xindang.model.wire.ExchangeJson;

/** docs/exchange.yaml says what the running platform answers. */
class DocumentTest {
    private static final Path DOCUMENT = Path.of("../../docs/exchange.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path data;

    private final SetClock clock = new SetClock();
    private Platform platform;
    private JsonNode document;

    @BeforeEach
    void start() throws IOException {
        document = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(DOCUMENT));
        platform = Platform.start(Platform.Config.local(0, data, PlatformContract.TEMPLATES, clock));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    /** What is wrong with a message by the schema of this name. */
    private List<String> faults(String schema, String message) {
        try {
            var root = JSON.createObjectNode();
            root.put("$ref", "#/components/schemas/" + schema);
            root.set("components", document.get("components"));
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(root)
                    .validate(JSON.readTree(message))
                    .stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String payload(String jws) {
        return new String(Base64.getUrlDecoder().decode(jws.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    @Test
    void theSchemasCatchAnAnswerThatIsNotTheirs() {
        assertEquals(1, faults("Health", "{\"status\":\"down\"}").size());
        assertEquals(
                false,
                faults("PulledPage", "{\"changes\":[{}],\"cursor\":\"x\"}").isEmpty());
    }

    @Test
    void theAnswersOfARunningPlatformFit() {
        var device = new RawDevice(platform, "LL-01-a001", clock);
        assertEquals(List.of(), faults("Health", device.getPlain("/health").body()));
        assertEquals(
                List.of(), faults("Hello", device.getPlain("/hello?nonce=abc").body()));
        var refused = device.enrol("AAAA-AAAA-AAAA", PlatformContract.TOWN);
        assertEquals(List.of(), faults("Refusal", refused.body()));
        var enrolled = device.enrol(platform.code(PlatformContract.TOWN), PlatformContract.TOWN);
        assertEquals(List.of(), faults("EnrolAnswer", enrolled.body()));
        device.join(enrolled.body());
        var assertion = device.assertion("0123456789abcdef", clock.instant());
        assertEquals(List.of(), faults("Token", device.token(assertion).body()));
        assertEquals(List.of(), faults("TokenRefusal", device.token(assertion).body()));
        assertEquals(List.of(), faults("Head", device.get("/device").body()));
    }

    @Test
    void pushesAndPullsFit() {
        var device = RawDevice.enrolled(platform, "LL-01-a001", PlatformContract.TOWN, clock);
        var other = RawDevice.enrolled(platform, "LL-02-b002", PlatformContract.TOWN, clock);
        var first = device.change(
                UUID.randomUUID(),
                RawDevice.VILLAGE,
                FieldChange.set("head.name", "王德才"),
                FieldChange.set("head.phone", "13800000001"));
        var waits = device.change(
                UUID.randomUUID(),
                RawDevice.VILLAGE,
                new FieldChange("head.phone", Optional.of("13800000001"), Optional.of("13800000002")));
        var foreign = device.change(UUID.randomUUID(), "110101001001", FieldChange.set("head.phone", "13800000001"));
        var id = UUID.randomUUID();
        var batch = device.batch(id, List.of(first, waits, foreign));

        var answer = device.push(id, batch).body();
        var clash = other.push(other.change(
                        first.record(),
                        RawDevice.VILLAGE,
                        new FieldChange("head.phone", Optional.of("13800000000"), Optional.of("13800000009"))))
                .body();

        assertEquals(List.of("applied", "deferred", "quarantined"), verdicts(answer));
        assertEquals(List.of("conflict"), verdicts(clash));
        assertEquals(List.of(), faults("PushHeader", new String(batch, StandardCharsets.UTF_8).split("\n")[0]));
        assertEquals(List.of(), faults("Change", ChangeJson.write(first)));
        assertEquals(List.of(), faults("PushAnswer", answer));
        assertEquals(List.of(), faults("PushAnswer", clash));
        assertEquals(
                List.of(), faults("Receipt", payload(JsonValue.parse(answer).text("receipt"))));
        var pending = device.get("/device/pending").body();
        assertEquals(1, JsonValue.parse(pending).list("waiting").size());
        assertEquals(List.of(), faults("Pending", pending));
        var page = device.pull("").body();
        assertEquals(3, JsonValue.parse(page).list("changes").size());
        assertEquals(List.of(), faults("PulledPage", page));
        assertEquals(List.of(), faults("PulledPage", device.pull("", "9").body()));
        assertEquals(
                List.of(), faults("Refusal", device.pull("9-0123456789abcdef").body()));
        assertEquals(List.of(), faults("Refusal", device.getPlain("/pull").body()));
        device.household("王德才");
        assertEquals(
                List.of(),
                faults("Refusal", device.push(device.household("李桂芝")).body()));
    }

    @Test
    void reportsOfWhatWasNotKeptFit() {
        var device = RawDevice.enrolled(platform, "LL-01-a001", PlatformContract.TOWN, clock);
        var change = device.household("王德才");
        device.push(change);
        var place = new Withholding.Place("head.name", Digest.of("王德才"), "law.forbidden");
        var report = ExchangeJson.write(List.of(new WithheldChange(change.id(), List.of(place), false)));

        var answer = device.withheld(report, device.sign(report.getBytes(StandardCharsets.UTF_8)));

        assertEquals(List.of(), faults("WithheldReport", report));
        assertEquals(List.of(), faults("WithheldAnswer", answer.body()));
    }

    private static List<String> verdicts(String answer) {
        return JsonValue.parse(answer).list("outcomes").stream()
                .map(outcome -> outcome.text("verdict"))
                .toList();
    }

    @Test
    void namesWhateverTheGateAnswers() {
        var named = new HashSet<String>();
        document.at("/components/schemas/ReasonCode").get("enum").forEach(code -> named.add(code.asText()));
        for (var code : Objection.CODES) {
            assertTrue(named.contains(code), code);
        }
    }

    @Test
    void everyCodeHasItsSentence() {
        for (var list : List.of("ReasonCode", "Refusal")) {
            var schema = document.at("/components/schemas/" + list);
            var codes = list.equals("Refusal") ? schema.at("/properties/code/enum") : schema.get("enum");
            codes.forEach(
                    code -> assertEquals(false, Texts.ofReason(code.asText()).isEmpty()));
        }
    }
}
