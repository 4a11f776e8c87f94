package xindang.model.wire;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import xindang.model.archive.TemplateRef;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.exchange.Enrolment;
import xindang.model.exchange.Hello;
import xindang.model.exchange.PulledPage;
import xindang.model.exchange.Push;
import xindang.model.exchange.Refusal;
import xindang.model.exchange.Verdict;
import xindang.model.exchange.WithheldChange;
import xindang.model.json.CanonicalJson;
import xindang.model.json.JsonValue;
import xindang.model.law.Withholding;

/**
 * Writes and reads the messages of the exchange as JSON; docs/exchange.yaml describes each. Reading refuses any other
 * shape.
 */
public final class ExchangeJson {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern CODE = Pattern.compile("[a-z.-]{1,100}");
    private static final int LONGEST = 200;

    private ExchangeJson() {}

    public static String write(Hello hello) {
        var limits = hello.limits();
        return CanonicalJson.write(Map.of(
                "protocol",
                hello.protocol(),
                "templates",
                hello.templates().stream()
                        .map(t -> Map.of("id", t.ref().id(), "version", t.ref().version(), "digest", t.digest()))
                        .toList(),
                "limits",
                Map.of(
                        "batchChanges",
                        limits.batchChanges(),
                        "batchBytes",
                        limits.batchBytes(),
                        "singleBytes",
                        limits.singleBytes(),
                        "pageChanges",
                        limits.pageChanges()),
                "platform",
                hello.platform(),
                "epoch",
                hello.epoch(),
                "encryptionKey",
                hello.encryptionKey(),
                "time",
                hello.time().toString(),
                "signed",
                hello.signed()));
    }

    public static Hello hello(JsonValue json) {
        return checked(() -> {
            var limits = json.at("limits");
            return new Hello(
                    number(json, "protocol"),
                    json.list("templates").stream()
                            .map(t -> new Hello.TemplateVersion(
                                    new TemplateRef(t.text("id"), number(t, "version")), t.text("digest")))
                            .toList(),
                    new Hello.Limits(
                            number(limits, "batchChanges"),
                            number(limits, "batchBytes"),
                            number(limits, "singleBytes"),
                            number(limits, "pageChanges")),
                    json.text("platform"),
                    json.text("epoch"),
                    json.text("encryptionKey"),
                    Instant.parse(json.text("time")),
                    json.text("signed"));
        });
    }

    public static String write(Enrolment.Request request) {
        return CanonicalJson.write(Map.of(
                "code", request.code(),
                "region", request.region(),
                "device", request.device(),
                "key", request.key()));
    }

    public static Enrolment.Request enrolRequest(JsonValue json) {
        return new Enrolment.Request(json.text("code"), json.text("region"), json.text("device"), json.text("key"));
    }

    public static String write(Enrolment.Answer answer) {
        return CanonicalJson.write(Map.of(
                "client", answer.client().toString(),
                "device", answer.device(),
                "epoch", answer.epoch(),
                "region", answer.region(),
                "platform", answer.platform(),
                "platformKey", answer.platformKey(),
                "encryptionKey", answer.encryptionKey(),
                "signed", answer.signed()));
    }

    public static Enrolment.Answer enrolAnswer(JsonValue json) {
        return checked(() -> new Enrolment.Answer(
                UUID.fromString(json.text("client")),
                json.text("device"),
                number(json, "epoch"),
                json.text("region"),
                json.text("platform"),
                json.text("platformKey"),
                json.text("encryptionKey"),
                json.text("signed")));
    }

    public static String write(Push.Header header) {
        return CanonicalJson.write(Map.of(
                "batch", header.batch().toString(),
                "device", header.device(),
                "epoch", header.epoch(),
                "first", header.first(),
                "count", header.count()));
    }

    public static Push.Header pushHeader(JsonValue json) {
        return checked(() -> new Push.Header(
                UUID.fromString(json.text("batch")),
                json.text("device"),
                number(json, "epoch"),
                json.number("first"),
                number(json, "count")));
    }

    public static String write(Push.Answer answer) {
        return CanonicalJson.write(Map.of(
                "receipt",
                answer.receipt(),
                "outcomes",
                answer.outcomes().stream().map(ExchangeJson::outcome).toList()));
    }

    public static Push.Answer pushAnswer(JsonValue json) {
        return checked(() -> new Push.Answer(
                json.text("receipt"),
                json.list("outcomes").stream().map(ExchangeJson::outcome).toList()));
    }

    public static String write(Push.Receipt receipt) {
        return CanonicalJson.write(Map.of(
                "batch", receipt.batch().toString(),
                "device", receipt.device(),
                "epoch", receipt.epoch(),
                "first", receipt.first(),
                "last", receipt.last(),
                "digest", receipt.digest(),
                "at", receipt.at().toString()));
    }

    public static Push.Receipt receipt(JsonValue json) {
        return checked(() -> new Push.Receipt(
                UUID.fromString(json.text("batch")),
                json.text("device"),
                number(json, "epoch"),
                json.number("first"),
                json.number("last"),
                json.text("digest"),
                Instant.parse(json.text("at"))));
    }

    public static String write(Push.Head head) {
        return CanonicalJson.write(Map.of("device", head.device(), "epoch", head.epoch(), "received", head.received()));
    }

    public static Push.Head head(JsonValue json) {
        return checked(() -> new Push.Head(json.text("device"), number(json, "epoch"), json.number("received")));
    }

    public static String write(Push.Pending pending) {
        return CanonicalJson.write(Map.of(
                "waiting",
                pending.waiting().stream()
                        .map(change -> Map.of(
                                "sequence", change.sequence(),
                                "change", change.change().toString(),
                                "wanted", change.wanted().toString(),
                                "reason", reason(change.reason())))
                        .toList(),
                "setAside",
                pending.setAside().stream().map(ExchangeJson::json).toList()));
    }

    private static Map<String, Object> json(Push.Late change) {
        var json = new HashMap<String, Object>();
        json.put("position", change.position());
        json.put("sequence", change.sequence());
        change.change().ifPresent(id -> json.put("change", id.toString()));
        json.put("reason", reason(change.reason()));
        return json;
    }

    public static Push.Pending pending(JsonValue json) {
        return checked(() -> new Push.Pending(
                json.list("waiting").stream()
                        .map(change -> new Push.Waiting(
                                change.number("sequence"),
                                UUID.fromString(change.text("change")),
                                UUID.fromString(change.text("wanted")),
                                reason(change.at("reason"))))
                        .toList(),
                json.list("setAside").stream()
                        .map(change -> new Push.Late(
                                change.number("position"),
                                change.number("sequence"),
                                change.find("change").map(JsonValue::text).map(UUID::fromString),
                                reason(change.at("reason"))))
                        .toList()));
    }

    private static Map<String, Object> reason(Push.Reason reason) {
        return Map.of("code", reason.code(), "field", reason.field(), "text", reason.text());
    }

    private static Push.Reason reason(JsonValue json) {
        return new Push.Reason(json.text("code"), json.text("field", ""), json.text("text", ""));
    }

    /**
     * Writes the canonical JSON of a change with withheld values, and the digest of the whole change. The chain of its
     * device continues from that digest.
     */
    public static String marked(String change, String digest) {
        return "{\"change\":" + change + ",\"digest\":\"" + digest + "\"}";
    }

    /** A change with withheld values, and the digest of the whole change. */
    public record Marked(String change, String digest) {}

    /** Reads the text written by {@link #marked(String, String)}; absent for a whole change. */
    public static Optional<Marked> marked(String text) {
        if (!text.startsWith("{\"change\":")) {
            return Optional.empty();
        }
        var json = JsonValue.parse(text);
        var digest = json.text("digest");
        if (!HASH.matcher(digest).matches()) {
            throw new AppException(ErrorCode.UNREADABLE, "no digest");
        }
        return Optional.of(new Marked(json.at("change").canonical(), digest));
    }

    /** Writes a device's report of withheld values. */
    public static String write(List<WithheldChange> withheld) {
        return CanonicalJson.write(Map.of(
                "changes",
                withheld.stream()
                        .map(change -> Map.of(
                                "change",
                                change.change().toString(),
                                "places",
                                change.places().stream()
                                        .map(place -> Map.of(
                                                "path", place.path(), "hash", place.hash(), "code", place.code()))
                                        .toList()))
                        .toList()));
    }

    /** Reads a device's report of withheld values. */
    public static List<WithheldChange> withheld(JsonValue json) {
        return checked(() -> json.list("changes").stream()
                .map(change -> new WithheldChange(
                        UUID.fromString(change.text("change")),
                        change.list("places").stream().map(ExchangeJson::place).toList(),
                        false))
                .toList());
    }

    private static Withholding.Place place(JsonValue json) {
        var place = new Withholding.Place(json.text("path"), json.text("hash"), json.text("code"));
        if (place.path().length() > LONGEST
                || !HASH.matcher(place.hash()).matches()
                || !CODE.matcher(place.code()).matches()) {
            throw new AppException(ErrorCode.UNREADABLE, "no place");
        }
        return place;
    }

    /** Writes the platform's result for each change of a report: {@code hidden}, {@code kept} or {@code unknown}. */
    public static String outcomes(Map<UUID, String> outcomes) {
        return CanonicalJson.write(Map.of(
                "outcomes",
                outcomes.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(outcome -> Map.of("change", outcome.getKey().toString(), "outcome", outcome.getValue()))
                        .toList()));
    }

    /** Reads the ids of the changes for which a platform has a result. */
    public static List<UUID> answered(JsonValue json) {
        return checked(() -> json.list("outcomes").stream()
                .map(outcome -> UUID.fromString(outcome.text("change")))
                .toList());
    }

    /**
     * Reads a page from a stream, because a page is long.
     *
     * @param next receives the cursor of the next page, when there is one, as soon as it is read
     */
    public static PulledPage page(String text, Consumer<String> next) {
        return checked(() -> {
            try (var in = JsonValue.parser(text)) {
                return PageJson.read(in, text, next);
            } catch (IOException e) {
                throw new AppException(ErrorCode.UNREADABLE, "not JSON", e);
            }
        });
    }

    public static String write(Refusal refusal) {
        var json = new TreeMap<String, Object>(Map.of("code", refusal.code(), "text", refusal.text()));
        if (refusal.received() > 0) {
            json.put("received", refusal.received());
        }
        return CanonicalJson.write(json);
    }

    public static Refusal refusal(JsonValue json) {
        return new Refusal(
                json.text("code"),
                json.text("text", ""),
                json.findNumber("received").orElse(0));
    }

    /** Returns the name of a verdict in messages, in lower case. */
    public static String name(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    public static Verdict verdict(String name) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> name(verdict).equals(name))
                .findFirst()
                .orElseThrow(() -> new AppException(ErrorCode.UNREADABLE, "no such verdict"));
    }

    private static Map<String, Object> outcome(Push.Outcome outcome) {
        var json = new TreeMap<String, Object>();
        json.put("sequence", outcome.sequence());
        json.put("verdict", name(outcome.verdict()));
        outcome.change().ifPresent(id -> json.put("change", id.toString()));
        if (!outcome.conflicts().isEmpty()) {
            json.put(
                    "conflicts",
                    outcome.conflicts().stream().map(UUID::toString).toList());
        }
        outcome.reason().ifPresent(reason -> json.put("reason", reason(reason)));
        return json;
    }

    private static Push.Outcome outcome(JsonValue json) {
        return new Push.Outcome(
                json.number("sequence"),
                json.find("change").map(id -> UUID.fromString(id.text())),
                verdict(json.text("verdict")),
                uuids(json.texts("conflicts")),
                json.find("reason").map(ExchangeJson::reason));
    }

    private static List<UUID> uuids(List<String> texts) {
        return texts.stream().map(UUID::fromString).toList();
    }

    private static int number(JsonValue json, String name) {
        return Math.toIntExact(json.number(name));
    }

    private static <T> T checked(Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new AppException(ErrorCode.UNREADABLE, "not a message of the exchange", e);
        }
    }
}
