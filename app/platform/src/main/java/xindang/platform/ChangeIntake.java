package xindang.platform;

import static xindang.platform.jooq.Tables.DEFERRED;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.TemplateRef;
import xindang.model.exchange.Push;
import xindang.model.law.Arrival;
import xindang.model.law.Gate;
import xindang.model.law.Scrutiny;
import xindang.model.law.TextDoor;
import xindang.model.law.Withholding;
import xindang.model.rating.RatingForms;
import xindang.model.rating.RatingJson;
import xindang.model.region.Divisions;
import xindang.model.template.RecordRegion;
import xindang.model.template.Template;
import xindang.model.template.Templates;
import xindang.model.value.DivisionCode;

/** Decides whether a change is accepted, deferred or rejected, and with which reason. */
final class ChangeIntake {
    /** Reason of a rejected change whose record or subject was erased. */
    static final String ERASED = "record.erased";

    private static final String FORBIDDEN = "law.forbidden";
    private static final String MOVE = "move";
    private static final String INPUTS = "rating.inputs";
    private static final int CITY = 4;

    private final Templates templates;
    private final Divisions divisions;
    private final Clock clock;
    private final Scrutiny scrutiny;
    private final RatingForms forms = RatingForms.shipped();

    ChangeIntake(Templates templates, Divisions divisions, Clock clock, Scrutiny scrutiny) {
        this.scrutiny = scrutiny;
        this.templates = templates;
        this.divisions = divisions;
        this.clock = clock;
    }

    /** Returns the id of the subject that a record is about; empty if its template has no subject or is unknown. */
    Optional<UUID> subject(TemplateRef ref, Content content) {
        return templates.find(ref).flatMap(template -> template.subjectOf(content));
    }

    Template template(TemplateRef ref) {
        return templates.get(ref);
    }

    /**
     * Returns the reason to reject a change permanently; empty if there is none. An office may change records that are
     * or were in its region, because it may not know yet that a record moved.
     */
    Optional<Push.Reason> fault(
            Turn turn, Device device, Change change, Optional<PlatformRecord> state, Optional<PlatformRecord> subject) {
        if (state.filter(known -> isForeign(turn, device, known)).isPresent()
                || subject.filter(known -> isForeign(turn, device, known)).isPresent()) {
            return reason("change.region", "");
        }
        if (change.isSealed()) {
            return Optional.empty();
        }
        if (state.filter(
                        known -> !known.template().id().equals(change.template().id()))
                .isPresent()) {
            return reason("change.template", "");
        }
        if (change.body() instanceof Body.Erasure erasure) {
            return erasure(change, erasure);
        }
        return place(device, change, state);
    }

    /** Returns the reason why the law forbids a change that is not deferred: the code and the path, never a value. */
    Optional<Push.Reason> refusal(Arrival arrival) {
        return scrutiny
                .objections(templates.find(arrival.change().template()), arrival, clock.instant(), divisions)
                .stream()
                .findFirst()
                .flatMap(objection -> reason(objection.code(), objection.path()))
                .or(() -> rating(arrival));
    }

    /**
     * Checks that a rating follows from its inputs by the rating form that it names. A rating by an unknown form is not
     * computed again.
     */
    private Optional<Push.Reason> rating(Arrival arrival) {
        var inputs = arrival.after().text(INPUTS);
        if (inputs.isEmpty()
                || arrival.change().fields().stream()
                        .noneMatch(field -> field.path().equals(INPUTS))) {
            return Optional.empty();
        }
        return RatingJson.isInvented(inputs, forms) ? reason("value.type", INPUTS) : Optional.empty();
    }

    /**
     * Returns the parts of a rejected or reported change that may be kept, without content that the law forbids to
     * collect (article 14(1)).
     */
    Withholding kept(Change change) {
        var template = templates.find(change.template()).orElseGet(() -> Template.unknown(change.template()));
        return Gate.withholding(scrutiny, template, change);
    }

    /**
     * Returns the parts that may be kept of a change that is rejected after merging. Rows whose term has expired are
     * also removed (article 16).
     */
    Withholding kept(ReadyChange merging) {
        var kept = kept(merging.change());
        return ended(merging.change().template(), merging.state().content(), List.of(kept.change()), merging.after())
                .stream()
                .reduce(kept, Withholding::and);
    }

    /**
     * Returns the parts that may be kept of a change that is rejected before merging. The change alone decides whether
     * a term has expired.
     */
    Withholding keptUnmerged(Change change) {
        var kept = kept(change);
        var itself = Content.EMPTY.with(change.fields());
        return templates
                .find(change.template())
                .map(known -> ended(change.template(), Content.EMPTY, List.of(kept.change()), itself))
                .orElse(List.of())
                .stream()
                .reduce(kept, Withholding::and);
    }

    /**
     * Returns the parts that may be kept of changes of one record that contain rows with an expired term; see
     * {@link Gate#ended}.
     */
    List<Withholding> ended(TemplateRef template, Content before, List<Change> changes, Content after) {
        return Gate.ended(templates.get(template), before, changes, after, clock.instant());
    }

    /** Returns the version of the list of forbidden words. */
    String words() {
        return scrutiny.version();
    }

    /**
     * Returns the parts of a rejected line that may be kept. If the line is not a change and contains forbidden words,
     * its body is removed.
     */
    IncomingBatch.Line kept(IncomingBatch.Line line) {
        var kept = line.change().map(this::keptUnmerged);
        if (kept.isPresent()) {
            return line.keeping(kept.get());
        }
        var text = new String(line.body(), StandardCharsets.UTF_8);
        return Gate.words(TextDoor.TEXT, text).isPresent() ? line.emptied() : line;
    }

    /**
     * Returns the reason to reject a change instead of deferring it: a forbidden value must not stay here while the
     * change waits.
     */
    Optional<Push.Reason> forbidden(Change change) {
        return templates.find(change.template()).isEmpty()
                ? Optional.empty()
                : kept(change).places().stream()
                        .filter(place -> place.code().equals(FORBIDDEN))
                        .findFirst()
                        .flatMap(place -> reason(place.code(), place.path()));
    }

    /**
     * Checks an erasure. Queries and issued reports can be erased only with their subject. The reason of the erasure is
     * stored, so it must not contain forbidden words.
     */
    private Optional<Push.Reason> erasure(Change change, Body.Erasure erasure) {
        var attached = templates.find(change.template()).filter(template -> template.subject()
                .isEmpty());
        if (attached.isPresent()) {
            return reason("erase.subject", "");
        }
        return Gate.words(TextDoor.TEXT, erasure.reason()).flatMap(why -> reason("erase.reason", "reason"));
    }

    static Push.Reason erased() {
        return new Push.Reason(ERASED, "", Texts.of(ERASED));
    }

    private static boolean isForeign(Turn turn, Device device, PlatformRecord known) {
        return !device.mayTouch(known.region()) && !turn.wasIn(known.id(), device.region());
    }

    /**
     * Checks the region in a change. A region outside the region of the device is allowed only when the subject moves
     * out: it belonged to the device's region before, and the new place is in the same city.
     */
    private Optional<Push.Reason> place(Device device, Change change, Optional<PlatformRecord> state) {
        var begins = state.isEmpty();
        var first = change.body() instanceof Body.Fields fields ? fields.region() : Optional.<String>empty();
        if (first.filter(region -> !isWithin(device, region)).isPresent()) {
            return reason("change.region", "");
        }
        var template = templates.find(change.template());
        var place = template.filter(known -> known.subject().isPresent()).flatMap(Template::place);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        var named = change.fields().stream()
                .filter(field -> field.path().equals(place.get()))
                .findFirst();
        var right = named.isPresent()
                ? isPlace(device, change, named.get(), state)
                : !begins || change.format() == 1 || !(change.body() instanceof Body.Fields);
        return right ? Optional.empty() : reason("change.region", place.get());
    }

    private static boolean isPlace(Device device, Change change, FieldChange named, Optional<PlatformRecord> state) {
        var code = named.after().flatMap(RecordRegion::code);
        if (code.isEmpty()
                || (state.isPresent()
                        && named.before()
                                .filter(from -> !isWithin(device, from))
                                .isPresent())) {
            return false;
        }
        var moves = state.isPresent()
                && change.origin().equals(MOVE)
                && code.get().startsWith(device.region().substring(0, CITY))
                && !device.region().startsWith(DivisionCode.of(code.get()).digits());
        return moves || device.mayTouch(code.get());
    }

    private static boolean isWithin(Device device, String code) {
        return RecordRegion.code(code).filter(device::mayTouch).isPresent();
    }

    /** The reason why a change is deferred, and the record that it waits for. */
    record Wait(UUID record, Push.Reason reason) {}

    /**
     * Returns what a change has to wait for; empty if it need not wait. A change by a later version never waits,
     * because it takes no effect here.
     */
    Optional<Wait> waits(Change change, Optional<PlatformRecord> state, Turn.Subject subject) {
        if (change.isSealed()) {
            return Optional.empty();
        }
        if (subject.isMissing()) {
            return reason("subject.unknown", "")
                    .map(reason -> new Wait(subject.id().orElseThrow(), reason));
        }
        return waits(change, state).map(reason -> new Wait(change.record(), reason));
    }

    private Optional<Push.Reason> waits(Change change, Optional<PlatformRecord> state) {
        if (templates.find(change.template()).isEmpty()) {
            return reason("template.unknown", "");
        }
        if (state.isEmpty()
                && change.fields().stream().anyMatch(field -> field.before().isPresent())) {
            return reason("record.unknown", "");
        }
        return Optional.empty();
    }

    /** Accepts the changes that waited for a template which this version of the platform contains. */
    void releaseAll(PlatformDatabase database) {
        database.write(db -> {
            var records = db.selectDistinct(DEFERRED.RECORD).from(DEFERRED).fetchSet(DEFERRED.RECORD);
            if (!records.isEmpty()) {
                var turn = new Turn(db, this);
                turn.release(records);
                turn.finish();
            }
            return records.size();
        });
    }

    private static Optional<Push.Reason> reason(String code, String field) {
        return Optional.of(new Push.Reason(code, field, Texts.ofReason(code)));
    }
}
