package xindang.platform;

import static xindang.platform.jooq.Tables.HISTORY;
import static xindang.platform.jooq.Tables.WITHHELD;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.archive.Change;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Paths;
import xindang.model.archive.Withheld;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.model.exchange.Verdict;
import xindang.model.exchange.WithheldChange;
import xindang.model.json.JsonValue;
import xindang.model.law.Objection;
import xindang.model.law.Withholding;
import xindang.model.wire.ChangeJson;
import xindang.model.wire.ExchangeJson;
import xindang.platform.jooq.tables.records.HistoryRecord;

/**
 * Handles reports of devices about values that they do not keep, from changes that they pulled. A device may report
 * only values that it can see and that exist.
 *
 * <p>The platform decides by its own rules. A value that it would not keep either is removed from the change and from
 * the record for all offices. A value that it finds lawful stays, and the report is stored for a person. Therefore a
 * wrong report hides nothing.
 */
final class Withholdings {
    private static final Logger LOG = LoggerFactory.getLogger(Withholdings.class);
    private static final int MOST = 200;

    private final PlatformDatabase database;
    private final ChangeIntake intake;
    private final Clock clock;

    Withholdings(PlatformDatabase database, ChangeIntake intake, Clock clock) {
        this.database = database;
        this.intake = intake;
        this.clock = clock;
    }

    /** Handles a report and returns the result for each change in it. */
    String take(Device device, byte[] body, String signature) {
        if (!Device.signed(device.key(), body, signature)) {
            throw Refused.of(401, "request.signature");
        }
        var reported = read(body);
        Map<UUID, String> outcomes = database.write(db -> take(db, device, reported));
        return ExchangeJson.outcomes(outcomes);
    }

    private static List<WithheldChange> read(byte[] body) {
        try {
            var reported = ExchangeJson.withheld(JsonValue.parse(body));
            if (reported.size() <= MOST) {
                return reported;
            }
        } catch (AppException e) {
            LOG.debug("unreadable report", e);
        }
        throw Refused.of(422, "batch.shape");
    }

    private Map<UUID, String> take(DSLContext db, Device device, List<WithheldChange> reported) {
        var turn = new Turn(db, intake);
        var outcomes = new HashMap<UUID, String>();
        for (var change : reported) {
            outcomes.put(change.change(), take(db, turn, device, change));
        }
        turn.finish();
        return outcomes;
    }

    private String take(DSLContext db, Turn turn, Device device, WithheldChange reported) {
        var row = db.selectFrom(HISTORY)
                .where(HISTORY.CHANGE_ID.eq(reported.change()))
                .and(HISTORY.POSITION.isNotNull())
                .and(HISTORY.VERDICT.ne(Verdict.QUARANTINED.name()))
                .and(Outbox.visibleTo(device))
                .fetchAny();
        if (row == null) {
            return "unknown";
        }
        var change = ChangeJson.read(new String(row.getBody(), StandardCharsets.UTF_8));
        var places =
                reported.places().stream().filter(place -> isIn(change, place)).toList();
        if (places.isEmpty()) {
            return "unknown";
        }
        var kept = intake.kept(change);
        var hidden = row.getRedacted() || kept.places().stream().anyMatch(place -> isOneOf(place, places));
        if (!kept.places().isEmpty()) {
            hide(db, turn, row, change, kept);
        }
        for (var place : places) {
            note(db, device, reported.change(), place, hidden ? "hidden" : "kept");
        }
        return hidden ? "hidden" : "kept";
    }

    private static boolean isOneOf(Withholding.Place place, List<Withholding.Place> reported) {
        return reported.stream()
                .anyMatch(other ->
                        other.path().equals(place.path()) && other.hash().equals(place.hash()));
    }

    /** Returns true if a change contains the reported value. */
    private static boolean isIn(Change change, Withholding.Place place) {
        if (place.path().equals(Withholding.AUTHOR)) {
            return Digest.of(change.user()).equals(place.hash())
                    || change.user().equals(Withholding.NAME);
        }
        return change.fields().stream()
                .anyMatch(field -> field.path().equals(place.path())
                        ? values(field).anyMatch(value -> Withheld.digest(value).equals(place.hash()))
                        : isNamed(field.path(), place)
                                && Digest.of(field.path()).equals(place.hash()));
    }

    /** Returns true if the place names the path: by its pattern, or not at all if even the pattern may not be named. */
    private static boolean isNamed(String path, Withholding.Place place) {
        return place.path().isEmpty() || place.path().equals(Paths.pattern(path));
    }

    private static Stream<String> values(FieldChange field) {
        return Stream.of(field.before(), field.after()).flatMap(Optional::stream);
    }

    /** Puts marks into a stored change and into its record. */
    static void hide(DSLContext db, Turn turn, HistoryRecord row, Change change, Withholding kept) {
        db.update(HISTORY)
                .set(WithheldColumns.of(kept))
                .where(HISTORY.DEVICE.eq(row.getDevice()))
                .and(HISTORY.EPOCH.eq(row.getEpoch()))
                .and(HISTORY.SEQUENCE.eq(row.getSequence()))
                .execute();
        turn.hide(change.record(), new Hidden(change, kept));
    }

    private void note(DSLContext db, Device device, UUID change, Withholding.Place place, String outcome) {
        // the code comes from a device and may be any text
        var code = Objection.CODES.contains(place.code()) ? place.code() : "other";
        LOG.info("{} does not keep a value of change {} ({}): {}", device.name(), change, code, outcome);
        db.insertInto(WITHHELD)
                .columns(WITHHELD.fields())
                .values(change, place.path(), place.hash(), device.name(), code, outcome, clock.millis())
                .onConflictDoNothing()
                .execute();
    }
}
