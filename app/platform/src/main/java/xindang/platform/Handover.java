package xindang.platform;

import static xindang.platform.jooq.Tables.CLIENT;
import static xindang.platform.jooq.Tables.HISTORY;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.exchange.Redacted;
import xindang.model.json.CanonicalJson;
import xindang.model.law.Gate;
import xindang.model.law.TextDoor;

/**
 * Takes back changes that this platform lost, from an office that has them. Each change is accepted once, under the
 * device that made it. These changes carry no signature of their maker. Therefore a change of another enrolled device
 * is accepted only if the office proves the loss.
 */
final class Handover {
    private final DSLContext db;
    private final ChangeIntake intake;
    private final Device device;
    private final boolean isLossProved;
    private final Turn turn;
    /** Ids of changes that were part of this handover. */
    private final Set<UUID> handed = new HashSet<>();

    private final Set<String> places = new HashSet<>();
    private final Map<String, Boolean> lawful = new HashMap<>();
    private final Map<String, Boolean> enrolled = new HashMap<>();

    Handover(DSLContext db, ChangeIntake intake, Device device, boolean isLossProved) {
        this.db = db;
        this.intake = intake;
        this.device = device;
        this.isLossProved = isLossProved;
        turn = new Turn(db, intake);
    }

    String take(List<IncomingBatch.Line> lines) {
        turn.load(lines.stream()
                .map(line -> line.record().orElseThrow())
                .distinct()
                .toList());
        var accepted = 0;
        for (var line : lines) {
            if (isLawful(maker(line)) && take(line)) {
                accepted++;
            }
        }
        turn.finish();
        return CanonicalJson.write(Map.of("accepted", accepted));
    }

    private boolean take(IncomingBatch.Line line) {
        return line.redacted().isPresent()
                ? name(line, line.redacted().get())
                : take(line, line.change().orElseThrow());
    }

    private static String maker(IncomingBatch.Line line) {
        return line.redacted()
                .map(Redacted::device)
                .orElseGet(() -> line.change().orElseThrow().device());
    }

    /**
     * Returns true if the law allows the name of the device that made a change (article 14(1)). The check is the same
     * as at an enrolment. The name of an enrolled device stays allowed.
     */
    private boolean isLawful(String name) {
        return lawful.computeIfAbsent(
                name,
                asked -> Gate.words(TextDoor.TEXT, asked).isEmpty()
                        || db.fetchExists(DSL.selectOne().from(CLIENT).where(CLIENT.DEVICE.eq(asked))));
    }

    /** Keeps the place of a change whose record was erased. */
    private boolean name(IncomingBatch.Line line, Redacted redacted) {
        if (!maySubmit(redacted.device())
                || isStored(redacted.id())
                || turn.state(redacted.record())
                        .filter(known -> !device.mayTouch(known.region()))
                        .isPresent()) {
            return false;
        }
        turn.name(line, device.withRun(run(redacted.device(), redacted.sequence())));
        return true;
    }

    private boolean take(IncomingBatch.Line line, Change change) {
        var state = turn.state(change.record());
        var subject = turn.subject(change);
        if (!maySubmit(change.device())
                || isStored(change.id())
                || (turn.isErased(change, subject) && !(change.body() instanceof Body.Erasure))
                || intake.fault(turn, device, change, state, subject.state()).isPresent()) {
            return false;
        }
        var sender = device.withRun(run(change.device(), change.sequence()));
        if (change.body() instanceof Body.Erasure) {
            turn.erase(line, change, sender);
            return true;
        }
        var waits = intake.waits(change, state, subject);
        if (waits.isPresent() && intake.forbidden(change).isPresent()) {
            return false;
        }
        if (waits.isPresent()) {
            turn.defer(line, change, sender, waits.get());
            return true;
        }
        // A change that the law forbids is not accepted from another office. The device that made it sends it and
        // receives the reason.
        var merging = turn.merging(change, line.isMarked());
        if (merging.refusal().isPresent()) {
            return false;
        }
        turn.apply(line, merging, sender);
        return true;
    }

    /**
     * Returns true if the office may submit changes of this device: its own device, a device unknown here, or any
     * device after a proved loss.
     */
    private boolean maySubmit(String maker) {
        return isLossProved
                || maker.equals(device.name())
                || !enrolled.computeIfAbsent(maker, name -> db.fetchExists(CLIENT, CLIENT.DEVICE.eq(name)));
    }

    private boolean isStored(UUID id) {
        return !handed.add(id) || db.fetchExists(DSL.selectOne().from(HISTORY).where(HISTORY.CHANGE_ID.eq(id)));
    }

    /**
     * Returns the epoch for a change of a handover. It is zero or negative, so no device uses it. The platform cannot
     * find out the original epoch, and the device may still push another change with the same sequence number. Copies
     * of an archive may have made several changes with one sequence number.
     */
    private int run(String name, long sequence) {
        var taken = new HashSet<>(db.select(HISTORY.EPOCH)
                .from(HISTORY)
                .where(HISTORY.DEVICE.eq(name).and(HISTORY.SEQUENCE.eq(sequence)))
                .fetchSet(HISTORY.EPOCH));
        var run = 0;
        while (taken.contains(run) || !places.add(name + run + "/" + sequence)) {
            run--;
        }
        return run;
    }
}
