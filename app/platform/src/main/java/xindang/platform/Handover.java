package xindang.platform;

import static xindang.platform.jooq.Tables.CLIENT;
import static xindang.platform.jooq.Tables.HISTORY;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.exchange.Redacted;
import xindang.model.json.CanonicalJson;

/** What this platform lost, from an office that has it: each change once, under the device that made it. */
final class Handover {
    private final DSLContext db;
    private final Intake intake;
    private final Device device;
    private final Turn turn;
    private final Map<String, Integer> epochs = new HashMap<>();
    /** Changes that came in with marks. */
    private final List<UUID> marked = new ArrayList<>();

    Handover(DSLContext db, Intake intake, Device device) {
        this.db = db;
        this.intake = intake;
        this.device = device;
        turn = new Turn(db, intake);
    }

    String take(List<IncomingBatch.Line> lines) {
        turn.load(lines.stream()
                .map(line -> line.record().orElseThrow())
                .distinct()
                .toList());
        var accepted = 0;
        for (var line : lines) {
            var taken = line.redacted().isPresent()
                    ? name(line, line.redacted().get())
                    : take(line, line.change().orElseThrow());
            if (taken) {
                accepted++;
                line.change().filter(change -> line.isMarked()).ifPresent(change -> marked.add(change.id()));
            }
        }
        turn.finish();
        marked.forEach(change -> db.update(HISTORY)
                .set(HISTORY.REDACTED, true)
                .where(HISTORY.CHANGE_ID.eq(change))
                .execute());
        return CanonicalJson.write(Map.of("accepted", accepted));
    }

    /** Keeps the place of a change whose record was erased. */
    private boolean name(IncomingBatch.Line line, Redacted redacted) {
        var epoch = epochs.computeIfAbsent(redacted.device(), this::epoch);
        if (isHere(redacted.id(), redacted.device(), redacted.sequence(), epoch)
                || turn.state(redacted.record())
                        .filter(known -> !device.mayTouch(known.region()))
                        .isPresent()) {
            return false;
        }
        turn.name(line, device.inRun(epoch));
        return true;
    }

    private boolean take(IncomingBatch.Line line, Change change) {
        var epoch = epochs.computeIfAbsent(change.device(), this::epoch);
        var state = turn.state(change.record());
        var subject = turn.subject(change);
        if (isHere(change.id(), change.device(), change.sequence(), epoch)
                || (turn.isErased(change, subject) && !(change.body() instanceof Body.Erasure))
                || intake.fault(turn, device, change, state, subject.state()).isPresent()) {
            return false;
        }
        var giver = device.inRun(epoch);
        if (change.body() instanceof Body.Erasure) {
            turn.erase(line, change, giver);
            return true;
        }
        var waits = intake.waits(change, state, subject);
        if (waits.isPresent()) {
            turn.defer(line, change, giver, waits.get());
            return true;
        }
        // What the law does not let in is not taken from others: the device that made it hands it in and hears why.
        var merging = turn.merging(change);
        if (merging.refusal().isPresent()) {
            return false;
        }
        turn.apply(line, merging, giver);
        return true;
    }

    private boolean isHere(UUID id, String name, long sequence, int epoch) {
        return db.fetchExists(DSL.selectOne()
                .from(HISTORY)
                .where(HISTORY.CHANGE_ID
                        .eq(id)
                        .or(HISTORY.DEVICE.eq(name).and(HISTORY.EPOCH.eq(epoch)).and(HISTORY.SEQUENCE.eq(sequence)))));
    }

    /** The run under which changes of a device come in: its newest, or the first of a device that is not known any more. */
    private int epoch(String name) {
        var newest = db.select(DSL.max(CLIENT.EPOCH))
                .from(CLIENT)
                .where(CLIENT.DEVICE.eq(name))
                .fetchOne(0, Integer.class);
        return newest == null ? 1 : newest;
    }
}
