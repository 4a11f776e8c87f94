package xindang.model.rating;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.model.common.ErrorCode;
import xindang.model.json.CanonicalJson;
import xindang.model.json.JsonValue;

/**
 * The trace of a rating as canonical JSON: the form's digest, the day, the inputs and averages used, and a short
 * result. With the trace and the form, any program can compute the rating again.
 */
public final class RatingJson {
    private RatingJson() {}

    /** Returns the rating with its trace and digest. */
    static Rating sealed(Rating rating) {
        var trace = CanonicalJson.write(body(rating));
        return new Rating(
                rating.form(),
                rating.formVersion(),
                rating.formTitle(),
                rating.formDigest(),
                rating.on(),
                rating.validUntil(),
                rating.inputs(),
                rating.averages(),
                rating.blocks(),
                rating.adjustments(),
                rating.vetoes(),
                rating.caps(),
                rating.assessed(),
                rating.maximum(),
                rating.score(),
                rating.byScore(),
                rating.grade(),
                rating.meaning(),
                trace,
                Digest.of(trace));
    }

    /**
     * Computes a stored rating again.
     *
     * @return the rating computed now, and whether the trace is equal
     * @throws AppException UNREADABLE when it is no trace, NOT_FOUND when the program does not have its form
     */
    public static Recomputed recompute(String trace, RatingForms forms) {
        var json = JsonValue.parse(trace);
        var digest = json.at("form").text("digest");
        var form = forms.byDigest(digest)
                .orElseThrow(() -> new AppException(
                        ErrorCode.NOT_FOUND,
                        "no rating form " + digest,
                        json.at("form").text("title")));
        try {
            var inputs = new TreeMap<String, String>();
            json.at("inputs").members().forEach((name, value) -> inputs.put(name, value.text()));
            var rating = Scoring.rate(form, inputs, averages(json.at("averages")), LocalDate.parse(json.text("on")));
            return new Recomputed(rating, rating.trace().equals(trace));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new AppException(ErrorCode.UNREADABLE, "not a rating", e);
        }
    }

    /**
     * Returns whether a trace states another score or grade than its inputs give, or is no trace. Returns false for an
     * unknown form. Other words in a trace do not count, because another version of the program may have written them.
     */
    public static boolean isInvented(String trace, RatingForms forms) {
        try {
            var stated = JsonValue.parse(trace);
            var again = body(recompute(trace, forms).rating());
            return !stated.text("score").equals(again.get("score"))
                    || !stated.text("grade").equals(again.get("grade"));
        } catch (AppException e) {
            return e.code() != ErrorCode.NOT_FOUND;
        }
    }

    /** @param same whether the stored trace equals the result of its inputs */
    public record Recomputed(Rating rating, boolean same) {}

    private static Map<String, Object> body(Rating rating) {
        var json = new TreeMap<String, Object>();
        json.put("form", Map.of("id", rating.form(), "title", rating.formTitle(), "digest", rating.formDigest()));
        json.put("on", rating.on().toString());
        json.put("inputs", rating.inputs());
        json.put("averages", averages(rating.averages()));
        json.put("lines", lines(rating.blocks().stream().flatMap(block -> block.lines().stream())));
        json.put("missing", missing(rating));
        json.put("adjustments", adjustments(rating));
        json.put(
                "vetoes",
                states(rating.vetoes().stream()
                        .map(veto -> Map.entry(veto.id(), veto.state()))
                        .toList()));
        json.put(
                "caps",
                states(rating.caps().stream()
                        .map(cap -> Map.entry(cap.id(), cap.state()))
                        .toList()));
        json.put("assessed", Numbers.plain(rating.assessed()));
        json.put("score", rating.score().map(Numbers::plain).orElse(""));
        json.put("grade", rating.grade());
        return json;
    }

    private static Map<String, Object> lines(Stream<Rating.Line> all) {
        var lines = new TreeMap<String, Object>();
        all.filter(line -> line.status() != Rating.Status.MISSING).forEach(line -> lines.put(line.id(), line(line)));
        return lines;
    }

    /** Writes the reason of each line without points. */
    private static Map<String, Object> missing(Rating rating) {
        var notes = new TreeMap<String, Object>();
        rating.blocks().stream()
                .flatMap(block -> block.lines().stream())
                .filter(line -> line.status() == Rating.Status.MISSING)
                .forEach(line -> notes.put(line.id(), line.note()));
        return notes;
    }

    private static Map<String, Object> adjustments(Rating rating) {
        var json = new TreeMap<String, Object>();
        rating.adjustments()
                .forEach(item -> json.put(
                        item.id(),
                        Map.of(
                                "points", Numbers.plain(item.points()),
                                "lines", lines(item.lines().stream()))));
        return json;
    }

    /** Writes value, rule, points, possible points, and what the value was compared with. */
    private static List<String> line(Rating.Line line) {
        return List.of(
                line.value(), line.rule(), Numbers.plain(line.points()), Numbers.plain(line.assessed()), line.note());
    }

    private static Map<String, Object> states(List<Map.Entry<String, Rating.State>> states) {
        var json = new TreeMap<String, Object>();
        states.forEach(state -> json.put(state.getKey(), state.getValue().name()));
        return json;
    }

    private static Map<String, Object> averages(Averages averages) {
        var json = new TreeMap<String, Object>();
        json.put("at", averages.at().toString());
        json.put("village", means(averages.village()));
        json.put("town", means(averages.town()));
        return json;
    }

    private static Map<String, Object> means(Map<String, Averages.Mean> means) {
        var json = new TreeMap<String, Object>();
        means.forEach((name, mean) -> json.put(name, List.of(Numbers.plain(mean.value()), Long.toString(mean.over()))));
        return json;
    }

    private static Averages averages(JsonValue json) {
        return new Averages(Instant.parse(json.text("at")), means(json.at("village")), means(json.at("town")));
    }

    private static Map<String, Averages.Mean> means(JsonValue json) {
        var means = new TreeMap<String, Averages.Mean>();
        json.members().forEach((name, pair) -> {
            var texts = Optional.of(pair.list())
                    .filter(list -> list.size() == 2)
                    .orElseThrow(() -> new IllegalArgumentException("mean " + name));
            means.put(
                    name,
                    new Averages.Mean(
                            new BigDecimal(texts.get(0).text()),
                            Long.parseLong(texts.get(1).text())));
        });
        return means;
    }
}
