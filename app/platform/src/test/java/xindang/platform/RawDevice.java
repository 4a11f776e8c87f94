package xindang.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import xindang.model.archive.Author;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.FieldChange;
import xindang.model.archive.TemplateRef;
import xindang.model.exchange.Enrolment;
import xindang.model.exchange.Push;
import xindang.model.json.CanonicalJson;
import xindang.model.json.JsonValue;
import xindang.model.wire.ChangeJson;
import xindang.model.wire.ExchangeJson;

/** A device that speaks the protocol by hand, so that it can also speak it wrongly. */
final class RawDevice {
    static final String VILLAGE = "230184100201";

    final String name;
    final ECKey key;
    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(60)).build();
    private final Clock clock;
    private final List<Change> changes = new ArrayList<>();
    private String previous = Change.GENESIS;
    private String token = "";
    Enrolment.Answer membership = new Enrolment.Answer(new UUID(0, 0), "", 0, "", "", "", "", "");

    RawDevice(Platform platform, String name, Clock clock) {
        this(platform, name, clock, newKey());
    }

    RawDevice(Platform platform, String name, Clock clock, ECKey key) {
        this.address = platform.address();
        this.name = name;
        this.clock = clock;
        this.key = key;
    }

    /** A device of the region that may push and pull. */
    static RawDevice enrolled(Platform platform, String name, String region, Clock clock) {
        var device = new RawDevice(platform, name, clock);
        var reply = device.enrol(platform.code(region), region);
        device.join(reply.body());
        return device;
    }

    /** What the platform said when it let this device in. */
    String answer() {
        return ExchangeJson.write(membership);
    }

    void join(String answer) {
        membership = ExchangeJson.enrolAnswer(JsonValue.parse(answer));
        token = JsonValue.parse(token(assertion(UUID.randomUUID().toString(), clock.instant()))
                        .body())
                .text("access_token");
    }

    HttpResponse<String> enrol(String code, String region) {
        var body = ExchangeJson.write(new Enrolment.Request(
                        code, region, name, key.toPublicJWK().toJSONString()))
                .getBytes(StandardCharsets.UTF_8);
        return send(request("/enrol").header("Xindang-Signature", sign(body)).POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> token(String assertion) {
        return send(request("/token")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"
                        + "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"
                        + "&client_assertion=" + assertion)));
    }

    String assertion(String jti, Instant now) {
        var client = membership.client().toString();
        return jws(Map.of(
                "iss", client,
                "sub", client,
                "aud", membership.platform(),
                "jti", jti,
                "exp", now.plusSeconds(120).getEpochSecond()));
    }

    String jws(Map<String, Object> claims) {
        try {
            var jws = new JWSObject(new JWSHeader(JWSAlgorithm.ES256), new Payload(CanonicalJson.write(claims)));
            jws.sign(new ECDSASigner(key));
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next change of this device. */
    Change change(UUID record, String region, FieldChange... fields) {
        return change(record, new TemplateRef("household", 1), region, fields);
    }

    /** @param region where a household says that it lives */
    Change change(UUID record, TemplateRef template, String region, FieldChange... fields) {
        return change(record, template, region, "张敏", "screen", Instant.ofEpochMilli(clock.millis()), fields);
    }

    /** A household that moves out. */
    Change move(UUID record, String from, String to) {
        return change(
                record,
                new TemplateRef("household", 1),
                "",
                "张敏",
                "move",
                Instant.ofEpochMilli(clock.millis()),
                new FieldChange("file.village", Optional.of(from), Optional.of(to)));
    }

    /** The next change of this device, with whatever around its values. */
    Change change(
            UUID record,
            TemplateRef template,
            String region,
            String user,
            String origin,
            Instant at,
            FieldChange... fields) {
        var said = new ArrayList<>(List.of(fields));
        if (template.id().equals("household")
                && said.stream().noneMatch(field -> field.path().equals("file.village"))) {
            said.add(FieldChange.set("file.village", region));
        }
        return next(record, template, new Body.Fields(said, List.of()), user, origin, at);
    }

    /** A change with any body. */
    Change change(UUID record, TemplateRef template, Body body) {
        return next(record, template, body, "张敏", "screen", Instant.ofEpochMilli(clock.millis()));
    }

    private Change next(UUID record, TemplateRef template, Body body, String user, String origin, Instant at) {
        var change = new Change(
                Change.FORMAT,
                UUID.randomUUID(),
                record,
                template,
                body,
                Author.of(new UUID(5, 1), user),
                at,
                origin,
                name,
                changes.size() + 1L,
                previous,
                Optional.empty());
        previous = ChangeJson.digest(change);
        changes.add(change);
        return change;
    }

    /** The next change of this device, which decides a conflict. */
    Change deciding(UUID record, UUID conflict, FieldChange... fields) {
        return next(
                record,
                new TemplateRef("household", 1),
                new Body.Fields(List.of(fields), List.of(conflict)),
                "张敏",
                "resolve",
                Instant.ofEpochMilli(clock.millis()));
    }

    Change household(String person) {
        return change(UUID.randomUUID(), VILLAGE, FieldChange.set("head.name", person));
    }

    /** A first change that this device does not count as one of its own. */
    Change sample() {
        return new Change(
                Change.FORMAT,
                UUID.randomUUID(),
                UUID.randomUUID(),
                new TemplateRef("household", 1),
                new Body.Fields(
                        List.of(FieldChange.set("head.name", "李桂芝"), FieldChange.set("file.village", VILLAGE)),
                        List.of()),
                Author.of(new UUID(5, 1), "张敏"),
                clock.instant(),
                "screen",
                name,
                1,
                Change.GENESIS,
                Optional.empty());
    }

    byte[] batch(UUID id, List<Change> part) {
        return batch(
                id, part.get(0).sequence(), part.stream().map(ChangeJson::write).toList());
    }

    byte[] batch(UUID id, long first, List<String> lines) {
        var header = ExchangeJson.write(new Push.Header(id, name, membership.epoch(), first, lines.size()));
        return (header + "\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    HttpResponse<String> push(Change... part) {
        var id = UUID.randomUUID();
        return push(id, batch(id, List.of(part)));
    }

    HttpResponse<String> push(UUID id, byte[] body) {
        return push(id, gzip(body), sign(body));
    }

    HttpResponse<String> push(UUID id, byte[] packed, String signature) {
        return send(request("/push")
                .header("Authorization", "Bearer " + token)
                .header("Content-Encoding", "gzip")
                .header("Idempotency-Key", id.toString())
                .header("Xindang-Signature", signature)
                .POST(BodyPublishers.ofByteArray(packed)));
    }

    /** Hands over changes of whatever device as if the platform had lost them. */
    HttpResponse<String> handover(Change... part) {
        return handoverAt("", part);
    }

    /** @param cursor by which it says that something was lost */
    HttpResponse<String> handoverAt(String cursor, Change... part) {
        var body = Stream.of(part)
                .map(change -> ChangeJson.write(change) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        return send(request("/handover?cursor=" + cursor)
                .header("Authorization", "Bearer " + token)
                .header("Content-Encoding", "gzip")
                .header("Xindang-Signature", sign(body))
                .POST(BodyPublishers.ofByteArray(gzip(body))));
    }

    /** The verdicts of a push that was taken. */
    static List<String> verdicts(HttpResponse<String> reply) {
        return JsonValue.parse(reply.body()).list("outcomes").stream()
                .map(outcome -> outcome.text("verdict"))
                .toList();
    }

    /** The code of a refusal, or of the first reason in an answer. */
    static String code(HttpResponse<String> reply) {
        var json = JsonValue.parse(reply.body());
        return json.has("code")
                ? json.text("code")
                : json.list("outcomes").get(0).at("reason").text("code");
    }

    HttpResponse<String> pull(String cursor) {
        return get("/pull?cursor=" + cursor);
    }

    /** A pull of a device that says up to which sequence it has its own changes. */
    HttpResponse<String> pull(String cursor, String own) {
        return get("/pull?cursor=" + cursor + "&own=" + own);
    }

    HttpResponse<String> withheld(String report, String signature) {
        return send(request("/withheld")
                .header("Authorization", "Bearer " + token)
                .header("Xindang-Signature", signature)
                .POST(BodyPublishers.ofString(report)));
    }

    HttpResponse<String> get(String path) {
        return send(request(path).header("Authorization", "Bearer " + token).GET());
    }

    HttpResponse<String> getPlain(String path) {
        return send(request(path).GET());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String sign(byte[] body) {
        try {
            return new ECDSASigner(key)
                    .sign(new JWSHeader(JWSAlgorithm.ES256), body)
                    .toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] gzip(byte[] body) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
