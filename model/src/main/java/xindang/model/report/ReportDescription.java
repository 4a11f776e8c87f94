package xindang.model.report;

import java.util.List;
import xindang.model.json.JsonValue;

/**
 * A kind of report as data.
 *
 * @param type id of the template of its records
 * @param secondLine pieces of the line under the name; those with a value are joined by commas
 * @param numberLabel label of the subject's number
 * @param scoreNote text under the score: the basis of the rating; empty prints the day
 */
record ReportDescription(
        String kind,
        String type,
        String title,
        boolean cover,
        List<String> secondLine,
        String numberLabel,
        String scoreNote,
        String limits,
        String disclaimer,
        List<Part> parts) {
    ReportDescription {
        secondLine = List.copyOf(secondLine);
        parts = List.copyOf(parts);
    }

    /** Returns the descriptions that ship with the program. */
    static List<ReportDescription> shipped() {
        return List.of("household", "enterprise", "practitioner").stream()
                .map(name -> read(JsonValue.resource(ReportDescription.class, name + ".json")))
                .toList();
    }

    static ReportDescription read(JsonValue json) {
        return new ReportDescription(
                json.text("kind"),
                json.text("type"),
                json.text("title"),
                json.is("cover"),
                json.texts("secondLine"),
                json.text("numberLabel"),
                json.text("scoreNote", ""),
                json.text("limits"),
                json.text("disclaimer"),
                json.list("sections").stream().map(Parts::read).toList());
    }
}
