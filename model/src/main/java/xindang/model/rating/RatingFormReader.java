package xindang.model.rating;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.model.common.ErrorCode;
import xindang.model.json.JsonValue;

/** Reads a form pack and refuses one that does not add up. */
final class RatingFormReader {
    private RatingFormReader() {}

    /** @throws AppException UNREADABLE when a member is missing, points do not add up or a grade is not in the table */
    static RatingForm read(JsonValue json) {
        try {
            var form = new RatingForm(
                    head(json),
                    Digest.of(json.canonical()),
                    InputReader.read(json.at("inputs")),
                    json.list("blocks").stream().map(RatingFormReader::block).toList(),
                    json.list("adjustments").stream()
                            .map(RatingFormReader::adjustment)
                            .toList(),
                    json.list("vetoes").stream().map(RatingFormReader::veto).toList(),
                    json.list("caps").stream().map(RatingFormReader::cap).toList(),
                    json.list("grades").stream().map(RatingFormReader::grade).toList());
            check(form);
            return form;
        } catch (IllegalArgumentException e) {
            throw new AppException(ErrorCode.UNREADABLE, "rating form: " + e.getMessage(), e);
        }
    }

    private static RatingForm.Head head(JsonValue json) {
        var missing = json.at("missing");
        return new RatingForm.Head(
                json.text("id"),
                Math.toIntExact(json.number("version")),
                json.text("title"),
                json.text("type"),
                number(json, "maximum"),
                Math.toIntExact(json.number("validMonths")),
                new RatingForm.Missing(number(missing, "minimum"), missing.texts("required"), missing.text("grade")));
    }

    private static RatingForm.Block block(JsonValue json) {
        return new RatingForm.Block(
                json.text("id"),
                json.text("label"),
                json.text("short", json.text("label")),
                number(json, "maximum"),
                json.list("indicators").stream()
                        .map(RatingFormReader::indicator)
                        .toList());
    }

    private static RatingForm.Indicator indicator(JsonValue json) {
        var rule = Rules.read(json.at("rule"));
        return new RatingForm.Indicator(
                json.text("id"),
                json.text("label"),
                rule.maximum(),
                json.text("hint", ""),
                json.text("note", ""),
                new RatingForm.Judge(rule, json.texts("value")));
    }

    private static RatingForm.Adjustment adjustment(JsonValue json) {
        return new RatingForm.Adjustment(
                json.text("id"),
                json.text("label"),
                json.text("sign").equals("malus") ? RatingForm.Sign.MALUS : RatingForm.Sign.BONUS,
                number(json, "limit"),
                json.list("items").stream().map(RatingFormReader::indicator).toList());
    }

    private static RatingForm.Veto veto(JsonValue json) {
        return new RatingForm.Veto(json.text("id"), json.text("label"), json.text("grade"), Clause.list(json, "when"));
    }

    private static RatingForm.Cap cap(JsonValue json) {
        var until = json.find("until").map(end -> new RatingForm.Until(end.text("input"), end.number("years")));
        return new RatingForm.Cap(
                json.text("id"), json.text("label"), json.text("grade"), Clause.list(json, "when"), until);
    }

    private static RatingForm.Grade grade(JsonValue json) {
        return new RatingForm.Grade(json.text("code"), number(json, "from"), json.text("meaning"));
    }

    private static BigDecimal number(JsonValue json, String name) {
        return new BigDecimal(json.text(name));
    }

    private static void check(RatingForm form) {
        var ids = new HashSet<String>();
        var total = BigDecimal.ZERO;
        for (var block : form.blocks()) {
            var sum = BigDecimal.ZERO;
            for (var indicator : block.indicators()) {
                sum = sum.add(indicator.maximum());
                require(ids.add(indicator.id()), "two indicators " + indicator.id());
            }
            require(sum.compareTo(block.maximum()) == 0, block.id() + " adds up to " + sum);
            total = total.add(sum);
        }
        require(total.compareTo(form.maximum()) == 0, "blocks add up to " + total);
        require(ids.containsAll(form.missing().required()), "an unknown indicator is required");
        require(!form.grades().isEmpty(), "no grades");
        Optional<BigDecimal> above = Optional.empty();
        for (var grade : form.grades()) {
            var higher = above;
            require(higher.map(score -> score.compareTo(grade.from()) > 0).orElse(true), "grades out of order");
            above = Optional.of(grade.from());
        }
        List<String> named = new ArrayList<>();
        form.vetoes().forEach(veto -> named.add(veto.grade()));
        form.caps().forEach(cap -> named.add(cap.grade()));
        named.forEach(form::rank);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
