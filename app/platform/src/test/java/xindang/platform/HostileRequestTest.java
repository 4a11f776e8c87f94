package xindang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.FieldChange;
import xindang.model.wire.ChangeJson;

/** What strangers and broken clients send. The platform answers each and serves the next. */
class HostileRequestTest {
    @TempDir
    Path data;

    private final SetClock clock = new SetClock();
    private Platform platform;
    private RawDevice device;
    private RawDevice last;

    @BeforeEach
    void start() {
        platform = Platform.start(Platform.Config.local(0, data, PlatformContract.TEMPLATES, clock));
        device = RawDevice.enrolled(platform, "LL-01-a001", PlatformContract.TOWN, clock);
        last = device;
    }

    @AfterEach
    void stop() {
        assertEquals(200, device.push(device.household("王德才")).statusCode(), "it must still serve");
        platform.close();
    }

    @Test
    void aSmallBodyThatUnpacksToAGreatOneIsRefused() {
        var bomb = RawDevice.gzip(new byte[64 * 1024 * 1024]);

        var reply = device.push(UUID.randomUUID(), bomb, device.sign(bomb));

        assertTrue(bomb.length < 256 * 1024);
        assertEquals(413, reply.statusCode());
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        var noise = new byte[3 * 1024 * 1024];
        new Random(1).nextBytes(noise);

        var reply = device.push(UUID.randomUUID(), noise, device.sign(noise));

        assertEquals(413, reply.statusCode());
    }

    @Test
    void aBatchOverTheLimitOfBatchesIsRefusedThoughASingleChangeMayBeLarge() {
        // letters that do not compress well, and say nothing
        var letters = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜";
        var random = new Random(2);
        var statements = new FieldChange[61];
        statements[0] = FieldChange.set("head.name", "王德才");
        for (var n = 1; n < statements.length; n++) {
            var text = random.ints(10_000, 0, letters.length())
                    .mapToObj(at -> letters.substring(at, at + 1))
                    .collect(Collectors.joining());
            statements[n] = FieldChange.set("adverse.items.a%02d.statement".formatted(n), text);
        }
        var other = RawDevice.enrolled(platform, "LL-02-b002", PlatformContract.TOWN, clock);
        var large = other.change(UUID.randomUUID(), RawDevice.VILLAGE, statements);
        var small = other.household("李桂芝");

        assertEquals("request.too-large", RawDevice.code(other.push(large, small)));
        assertEquals(List.of("applied"), RawDevice.verdicts(other.push(large)));
    }

    @Test
    void whatIsNotABatchIsRefused() {
        var id = UUID.randomUUID();
        for (var body : List.of("", "\n", "{}", "null\n{}", "{\"batch\":\"" + id + "\"}", "[".repeat(100_000))) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            assertEquals("batch.shape", RawDevice.code(device.push(id, bytes)), body);
        }
        assertEquals(
                400,
                device.push(id, "not gzip".getBytes(StandardCharsets.UTF_8), "x")
                        .statusCode());
    }

    @Test
    void noiseInPlaceOfABatchNeverFailsThePlatform() {
        var random = new Random(20261123);
        var taken = 0;
        for (var i = 0; i < 120; i++) {
            var noisy = i % 10 == 0 ? RawDevice.enrolled(platform, "LL-02-" + i, PlatformContract.TOWN, clock) : last;
            last = noisy;
            var id = UUID.randomUUID();
            var body = noisy.batch(id, 1, List.of(ChangeJson.write(noisy.sample())));
            var from = random.nextBoolean() ? 0 : 140;
            for (var n = random.nextInt(4); n >= 0; n--) {
                body[from + random.nextInt(body.length - from)] = (byte) random.nextInt(256);
            }
            var cut = random.nextInt(4) == 0 ? Arrays.copyOf(body, random.nextInt(body.length)) : body;
            var status = noisy.push(id, cut).statusCode();
            assertTrue(status < 500, i + " gave " + status);
            taken += status == 200 ? 1 : 0;
        }
        assertTrue(taken > 5, "only " + taken + " came through to be judged");
    }

    @Test
    void strangersGetNothing() {
        var stranger = new RawDevice(platform, "LL-09-ffff", clock);

        assertEquals(401, stranger.getPlain("/pull").statusCode());
        assertEquals(401, stranger.getPlain("/device").statusCode());
        assertEquals(401, stranger.get("/pull").statusCode());
        for (var assertion : List.of("", "a.b.c", "e30.e30.e30", "=".repeat(5000))) {
            assertEquals(401, stranger.token(assertion).statusCode());
        }
        for (var header : List.of("null", "[]", "{\"alg\":null}", "{\"alg\":1}", "{\"alg\":\"ES256\",\"typ\":null}")) {
            for (var claims : List.of("null", "[]", "1", "{\"sub\":null}", "{\"sub\":{}}")) {
                var assertion = base64(header) + "." + base64(claims) + ".AAAA";
                assertEquals(401, stranger.token(assertion).statusCode(), header + claims);
                assertEquals(
                        401,
                        stranger.send(stranger.request("/device")
                                        .header("Authorization", "Bearer " + assertion)
                                        .GET())
                                .statusCode(),
                        header + claims);
            }
        }
        for (var body : List.of("", "{", "{\"code\":1}", "\0")) {
            var reply = stranger.send(
                    stranger.request("/enrol").header("Xindang-Signature", "x").POST(BodyPublishers.ofString(body)));
            assertEquals(400, reply.statusCode());
        }
        assertEquals(400, stranger.getPlain("/hello?nonce=" + "n".repeat(500)).statusCode());
    }

    @Test
    void aConnectionThatStopsInTheMiddleHoldsUpNoOther() throws IOException {
        try (var first = new Socket(
                        InetAddress.getLoopbackAddress(), platform.address().getPort());
                var second = new Socket(
                        InetAddress.getLoopbackAddress(), platform.address().getPort())) {
            first.getOutputStream()
                    .write("POST /enrol HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n{"
                            .getBytes(StandardCharsets.UTF_8));
            second.getOutputStream().write("GET /hel".getBytes(StandardCharsets.UTF_8));

            assertEquals(200, device.getPlain("/hello").statusCode());
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Each member of a key, absent or of another type: it is a key or none, and no failure. */
    @Test
    void aKeyWithAMemberThatIsNoneIsNoKey() throws JOSEException {
        var whole = new ECKeyGenerator(Curve.P_256).generate().toPublicJWK().toJSONObject();
        assertTrue(Device.publicKey(JSONObjectUtils.toJSONString(whole)).isPresent());
        for (var member : List.of("kty", "crv", "x", "y")) {
            for (var value : Arrays.asList(null, 1, List.of(), Map.of(), "", "null", true)) {
                var odd = new HashMap<>(whole);
                odd.put(member, value);
                assertTrue(Device.publicKey(JSONObjectUtils.toJSONString(odd)).isEmpty(), member + " " + value);
            }
            var less = new HashMap<>(whole);
            less.remove(member);
            assertTrue(Device.publicKey(JSONObjectUtils.toJSONString(less)).isEmpty(), member);
        }
        for (var text : List.of("null", "[]", "1", "", "{}", "{\"kty\":\"EC\",\"key_ops\":null,\"x5c\":[null]}")) {
            assertTrue(Device.publicKey(text).isEmpty(), text);
        }
    }
}
