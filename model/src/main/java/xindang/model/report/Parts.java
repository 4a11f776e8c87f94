package xindang.model.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.json.JsonValue;
import xindang.model.rating.CountedRows;
import xindang.model.report.ReportContent.Pair;

/** Reads the sections of a report description. */
final class Parts {
    private Parts() {}

    static Part read(JsonValue json) {
        var title = json.text("title");
        return switch (json.text("kind")) {
            case "facts" -> facts(title, json);
            case "figures" -> figures(title, json);
            case "table" -> TablePart.read(json);
            case "lines" -> lines(title, json);
            case "scores" -> dossier -> RatingParts.scores(title, dossier);
            case "radar" -> dossier -> RatingParts.radar(title, dossier);
            case "queries" -> dossier -> Optional.of(StatementParts.queries(title, json.text("empty"), dossier));
            case "statements" -> dossier -> Optional.of(StatementParts.statements(title, json.text("group"), dossier));
            case "paragraphs" -> paragraphs(title, json);
            default -> throw new AppException(ErrorCode.UNREADABLE, "no section of kind " + json.text("kind"));
        };
    }

    private static Part facts(String title, JsonValue json) {
        var rows = json.list("rows").stream()
                .map(row -> row.list().stream().map(Parts::labelled).toList())
                .toList();
        return dossier -> Optional.of(new Section.Facts(
                title,
                rows.stream()
                        .map(row -> row.stream().map(item -> item.pair(dossier)).toList())
                        .toList()));
    }

    private static Labelled labelled(JsonValue json) {
        return new Labelled(
                json.text("label"), json.text("text"), json.text("derivedFrom", ""), json.text("derived", ""));
    }

    private static Part paragraphs(String title, JsonValue json) {
        var items = json.list("items").stream().map(Parts::labelled).toList();
        return dossier -> Optional.of(new Section.Paragraphs(
                title, items.stream().map(item -> item.pair(dossier)).toList()));
    }

    /**
     * A label and a pattern. If the pattern gives no value and a group has rows, the derived text is printed instead.
     */
    private record Labelled(String label, String pattern, String group, String derived) {
        Pair pair(Dossier dossier) {
            var value = dossier.fill(pattern);
            var follows = value.isEmpty() && !dossier.content().rows(group).isEmpty();
            return new Pair(label, follows ? derived : value);
        }
    }

    private static Part figures(String title, JsonValue json) {
        var figures = json.list("figures").stream().map(Parts::figure).toList();
        return dossier -> Optional.of(new Section.Figures(
                title,
                figures.stream()
                        .map(figure -> new Pair(figure.label(), figure.value(dossier)))
                        .toList()));
    }

    private static Figure figure(JsonValue json) {
        return new Figure(
                json.text("label"),
                json.list("of").stream().map(Parts::reckoning).toList());
    }

    private static Reckoning reckoning(JsonValue json) {
        if (json.has("count")) {
            var counted = Stream.concat(Stream.of(json.text("count")), json.texts("also").stream())
                    .map(group -> CountedRows.read(group, json))
                    .toList();
            var unit = json.text("unit", "");
            return dossier -> {
                var found = counted.stream()
                        .mapToInt(rows -> rows.of(dossier.facts(), dossier.on()).size())
                        .sum();
                if (counted.stream().anyMatch(rows -> dossier.incomplete(rows.group()) > 0)) {
                    return Optional.of(found == 0 ? "待补全" : "至少 " + found + " " + unit);
                }
                return found == 0 ? Optional.empty() : Optional.of(found + " " + unit);
            };
        }
        if (json.has("path")) {
            var path = json.text("path");
            var texts = json.at("texts").members();
            return dossier -> dossier.content().get(path).flatMap(code -> Optional.ofNullable(texts.get(code))
                    .map(JsonValue::text));
        }
        if (json.has("present")) {
            var path = json.text("present");
            var words = json.text("text");
            return dossier -> dossier.content().get(path).map(value -> words);
        }
        if (json.has("amount")) {
            var path = json.text("amount");
            return dossier -> dossier.content()
                    .get(path)
                    .filter(value -> new java.math.BigDecimal(value).signum() != 0)
                    .map(value -> dossier.show(path));
        }
        var words = json.text("text");
        var block = json.text("block", "");
        return dossier -> block.isEmpty() || dossier.content().hasBlock(block) ? Optional.of(words) : Optional.empty();
    }

    /** A figure in a box. Its value comes from the first calculation that gives one. */
    private record Figure(String label, List<Reckoning> of) {
        String value(Dossier dossier) {
            return of.stream()
                    .flatMap(reckoning -> reckoning.value(dossier).stream())
                    .findFirst()
                    .orElse("");
        }
    }

    private interface Reckoning {
        Optional<String> value(Dossier dossier);
    }

    /** Reads a table whose rows are patterns. Omits a row if its first cell or all its other cells are empty. */
    private static Part lines(String title, JsonValue json) {
        var columns = TablePart.columns(json);
        var patterns = json.list("lines").stream()
                .map(line -> line.list().stream().map(JsonValue::text).toList())
                .toList();
        var empty = json.text("empty");
        return dossier -> {
            var rows = new ArrayList<List<String>>();
            for (var pattern : patterns) {
                var cells = pattern.stream().map(dossier::fill).toList();
                if (!cells.get(0).isEmpty() && cells.stream().skip(1).anyMatch(cell -> !cell.isEmpty())) {
                    rows.add(cells);
                }
            }
            return Optional.of(new Section.Table(title, columns, rows, empty));
        };
    }
}
