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
 * Two texts of a rating as canonical JSON. The basis is stored: the form's digest, the day, the inputs and averages used,
 * the score and the grade. The trace has all lines beside it. With either text and the form, any program can compute the
 * rating again, so a stored rating has only the digest of its trace.
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

    /** Returns the part of the trace from which the whole trace can be computed. */
    public static String basis(Rating rating) {
        return CanonicalJson.write(basisOf(rating));
    }

    /**
     * Computes a rating again from its basis or its trace.
     *
     * @throws AppException UNREADABLE when it is neither, NOT_FOUND when the program does not have its form
     */
    public static Rating recompute(String basis, RatingForms forms) {
        var json = JsonValue.parse(basis);
        var digest = json.at("form").text("digest");
        var form = forms.byDigest(digest)
                .orElseThrow(() -> new AppException(
                        ErrorCode.NOT_FOUND,
                        "no rating form " + digest,
                        json.at("form").text("title")));
        try {
            var inputs = new TreeMap<String, String>();
            json.at("inputs").members().forEach((name, value) -> inputs.put(name, value.text()));
            return Scoring.rate(form, inputs, averages(json.at("averages")), LocalDate.parse(json.text("on")));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new AppException(ErrorCode.UNREADABLE, "not a rating", e);
        }
    }

    /**
     * Returns whether a basis states another score or grade than its inputs give, or is no basis. Returns false for an
     * unknown form.
     */
    public static boolean isInvented(String basis, RatingForms forms) {
        try {
            var stated = JsonValue.parse(basis);
            var again = basisOf(recompute(basis, forms));
            return !stated.text("score").equals(again.get("score"))
                    || !stated.text("grade").equals(again.get("grade"));
        } catch (AppException e) {
            return e.code() != ErrorCode.NOT_FOUND;
        }
    }

    private static Map<String, Object> basisOf(Rating rating) {
        var json = new TreeMap<String, Object>();
        json.put("form", Map.of("id", rating.form(), "title", rating.formTitle(), "digest", rating.formDigest()));
        json.put("on", rating.on().toString());
        json.put("inputs", rating.inputs());
        json.put("averages", averages(rating.averages()));
        json.put("score", rating.score().map(Numbers::plain).orElse(""));
        json.put("grade", rating.grade());
        return json;
    }

    private static Map<String, Object> body(Rating rating) {
        var json = basisOf(rating);
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
