package xindang.model.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import xindang.model.json.CanonicalJson;
import xindang.model.rating.Ratings;

/**
 * The data of a report as canonical JSON: all printed text, and the inputs of the rating. It is attached to the file,
 * and the QR code contains its SHA-256.
 */
final class ReportJson {
    private ReportJson() {}

    /** Returns the canonical JSON. A reader of the report can compute its rating again from it. */
    static String write(Dossier dossier, ReportContent content) {
        var json = new TreeMap<String, Object>();
        json.put("kind", content.kind());
        json.put("title", content.title());
        json.put("number", content.number());
        json.put("issuer", content.issuer());
        json.put("issuedAt", content.issuedAt().toString());
        json.put("dataAsOf", content.dataAsOf().toString());
        content.syncedAt().ifPresent(time -> json.put("syncedAt", time.toString()));
        json.put("audience", dossier.audience().name());
        json.put("purpose", content.usage().purpose());
        json.put("person", content.usage().person());
        json.put("limits", content.usage().limits());
        json.put("disclaimer", content.disclaimer());
        json.put("subject", subject(content.subject()));
        json.put(
                "sections", content.sections().stream().map(ReportJson::section).toList());
        dossier.rating().ifPresent(stored -> json.put("rating", rating(stored)));
        return CanonicalJson.write(json);
    }

    private static Map<String, Object> rating(Ratings.Stored stored) {
        var rating = stored.rating();
        var json = new TreeMap<String, Object>();
        json.put("digest", rating.digest());
        json.put("form", rating.formTitle());
        json.put("formDigest", rating.formDigest());
        json.put("on", rating.on().toString());
        json.put("grade", rating.grade());
        json.put("meaning", rating.meaning());
        json.put("score", rating.score().map(RatingParts::plain).orElse(""));
        json.put("assessed", RatingParts.plain(rating.assessed()));
        json.put("trace", rating.trace());
        return json;
    }

    private static Map<String, Object> subject(ReportContent.Subject subject) {
        return Map.of(
                "label", subject.label(),
                "name", subject.name(),
                "secondLine", subject.secondLine(),
                "number", subject.number());
    }

    private static Map<String, Object> section(Section section) {
        var json = new TreeMap<String, Object>();
        json.put("title", section.title());
        if (section instanceof Section.Facts facts) {
            json.put("facts", facts.rows().stream().map(ReportJson::pairs).toList());
        } else if (section instanceof Section.Figures figures) {
            json.put("figures", pairs(figures.figures()));
        } else if (section instanceof Section.Table table) {
            json.put(
                    "columns",
                    table.columns().stream().map(Section.Column::title).toList());
            json.put("rows", table.rows());
            if (!table.note().isEmpty()) {
                json.put("note", table.note());
            }
        } else if (section instanceof Section.Scores scores) {
            json.put("blocks", scores.blocks().stream().map(ReportJson::block).toList());
            json.put("notes", pairs(scores.notes()));
        } else if (section instanceof Section.Radar radar) {
            json.put("axes", radar.axes().stream().map(ReportJson::axis).toList());
            json.put("over", radar.over());
        } else if (section instanceof Section.Paragraphs paragraphs) {
            json.put("paragraphs", pairs(paragraphs.paragraphs()));
        }
        return json;
    }

    private static List<List<String>> pairs(List<ReportContent.Pair> pairs) {
        return pairs.stream().map(pair -> List.of(pair.label(), pair.value())).toList();
    }

    private static Map<String, Object> block(Section.ScoreBlock block) {
        return Map.of(
                "label", block.label(),
                "points", RatingParts.plain(block.points()),
                "maximum", RatingParts.plain(block.maximum()),
                "lines",
                        block.lines().stream()
                                .map(line -> List.of(
                                        line.label(),
                                        line.value(),
                                        line.rule(),
                                        RatingParts.plain(line.points()),
                                        RatingParts.plain(line.maximum())))
                                .toList());
    }

    /** Writes shares as whole thousandths, because a digest must not depend on a double. */
    private static List<Object> axis(Section.Axis axis) {
        return List.of(axis.label(), Math.round(axis.share() * 1000), Math.round(axis.average() * 1000));
    }
}
