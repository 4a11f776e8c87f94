package xindang.model.law;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import xindang.model.archive.Author;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.region.Divisions;
import xindang.model.template.Template;

/** A change on its way in, for tests. */
record Arrivals(
        Template template, List<FieldChange> fields, String user, Instant at, String origin, List<UUID> resolves) {
    static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    static Arrivals of(Template template, FieldChange... fields) {
        return new Arrivals(template, List.of(fields), "张敏", NOW, "screen", List.of());
    }

    Arrivals by(String name) {
        return new Arrivals(template, fields, name, at, origin, resolves);
    }

    Arrivals savedAt(Instant time) {
        return new Arrivals(template, fields, user, time, origin, resolves);
    }

    Arrivals from(String place) {
        return new Arrivals(template, fields, user, at, place, resolves);
    }

    Arrivals deciding(UUID... conflicts) {
        return new Arrivals(template, fields, user, at, origin, List.of(conflicts));
    }

    Change change() {
        return new Change(
                Change.FORMAT,
                new UUID(1, 1),
                new UUID(2, 2),
                template.ref(),
                new Body.Fields(fields, resolves),
                Author.of(new UUID(3, 3), user),
                at,
                origin,
                "LL-01-a001",
                1,
                Change.GENESIS,
                Optional.empty());
    }

    /** What is said of it when it is merged into a record as it is. */
    List<Objection> into(Content before) {
        return into(before, before.with(fields));
    }

    List<Objection> into(Content before, Content after) {
        return into(before, after, List.of());
    }

    /** What is said of it where conflicts are open. */
    List<Objection> into(Content before, Content after, List<Conflict> open) {
        return Gate.arriving(
                Optional.of(template), new Arrival(change(), before, after, open, false), NOW, Divisions.harbin());
    }
}
