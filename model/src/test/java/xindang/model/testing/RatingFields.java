package xindang.model.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.json.JsonValue;
import xindang.model.rating.Averages;
import xindang.model.rating.Facts;
import xindang.model.rating.RatingForms;
import xindang.model.rating.RatingJson;
import xindang.model.rating.Scoring;

/** What the program writes of a rating of a household of which nothing is known. */
public final class RatingFields {
    private static final Instant AT = Instant.parse("2026-11-18T02:00:00Z");

    private RatingFields() {}

    public static List<FieldChange> of(UUID subject) {
        return of(subject, inputs());
    }

    /** What a rating keeps of its inputs: without a score, since nothing is known. */
    public static String inputs() {
        var form = RatingForms.shipped().newest("household").orElseThrow();
        return RatingJson.basis(Scoring.rate(
                form, Facts.open(Content.EMPTY, "230184101201"), Averages.none(AT), LocalDate.parse("2026-11-18")));
    }

    /** What would be written of a rating with these inputs. */
    public static List<FieldChange> of(UUID subject, String inputs) {
        var json = JsonValue.parse(inputs);
        var fields = new ArrayList<>(List.of(
                FieldChange.set("rating.subject", subject.toString()),
                FieldChange.set("rating.form", json.at("form").text("title")),
                FieldChange.set("rating.formDigest", json.at("form").text("digest")),
                FieldChange.set("rating.at", AT.toString()),
                FieldChange.set(
                        "rating.digest",
                        RatingJson.recompute(inputs, RatingForms.shipped()).digest()),
                FieldChange.set("rating.inputs", inputs)));
        for (var name : List.of("score", "grade")) {
            if (!json.text(name).isEmpty()) {
                fields.add(FieldChange.set("rating." + name, json.text(name)));
            }
        }
        return List.copyOf(fields);
    }
}
