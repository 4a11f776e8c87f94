package xindang.model.rating;

import java.math.BigDecimal;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.model.common.ErrorCode;
import xindang.model.json.JsonValue;
import xindang.model.template.Condition;

/** Reads a form and refuses one with mistakes. */
final class RatingFormReader {
    private RatingFormReader() {}

    /** @throws AppException UNREADABLE when it has mistakes; the message names each with its position in the JSON */
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
            var mistakes = FormCheck.of(json, form);
            if (!mistakes.isEmpty()) {
                throw new AppException(ErrorCode.UNREADABLE, "rating form: " + String.join("; ", mistakes));
            }
            return form;
        } catch (ArithmeticException | IllegalArgumentException e) {
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
                new RatingForm.Missing(
                        number(missing, "minimum"),
                        missing.texts("required"),
                        missing.text("grade"),
                        missing.text("drafts", ""),
                        missing.text("draftGrade", "")));
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
                sign(json.at("sign")),
                number(json, "limit"),
                json.list("items").stream().map(RatingFormReader::indicator).toList());
    }

    private static RatingForm.Sign sign(JsonValue json) {
        return switch (json.text()) {
            case "bonus" -> RatingForm.Sign.BONUS;
            case "malus" -> RatingForm.Sign.MALUS;
            default -> throw json.unreadable("is neither bonus nor malus");
        };
    }

    private static RatingForm.Veto veto(JsonValue json) {
        return new RatingForm.Veto(
                json.text("id"), json.text("label"), json.text("grade"), Condition.list(json, "when"));
    }

    private static RatingForm.Cap cap(JsonValue json) {
        var until = json.find("until").map(end -> new RatingForm.Until(end.text("input"), end.number("years")));
        return new RatingForm.Cap(
                json.text("id"), json.text("label"), json.text("grade"), Condition.list(json, "when"), until);
    }

    private static RatingForm.Grade grade(JsonValue json) {
        return new RatingForm.Grade(json.text("code"), number(json, "from"), json.text("meaning"));
    }

    private static BigDecimal number(JsonValue json, String name) {
        return Condition.number(json.text(name)).orElseThrow(() -> json.at(name).unreadable("is no number"));
    }
}
