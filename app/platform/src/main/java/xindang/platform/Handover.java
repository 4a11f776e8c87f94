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
 * What this platform lost, from an office that has it: each change once, under the device that made it. Nobody signed such a
 * change, so one under the name of another device that is enrolled here counts only when the office proves that something was lost.
 */
final class Handover {
    private final DSLContext db;
    private final ChangeIntake intake;
    private final Device device;
    private final boolean isLossProved;
    private final Turn turn;
    /** Changes that came in with marks. */
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
     * Whether the name of the device that made a change may come in (article 14(1)): it is asked as at an enrolment, and one that
     * was let in stays.
     */
    private boolean isLawful(String name) {
        return lawful.computeIfAbsent(
                name,
                asked -> Gate.words(TextDoor.TEXT, asked).isEmpty()
                        || db.fetchExists(DSL.selectOne().from(CLIENT).where(CLIENT.DEVICE.eq(asked))));
    }

    /** Keeps the place of a change whose record was erased. */
    private boolean name(IncomingBatch.Line line, Redacted redacted) {
        if (!mayGive(redacted.device())
                || isHere(redacted.id())
                || turn.state(redacted.record())
                        .filter(known -> !device.mayTouch(known.region()))
                        .isPresent()) {
            return false;
        }
        turn.name(line, device.inRun(run(redacted.device(), redacted.sequence())));
        return true;
    }

    private boolean take(IncomingBatch.Line line, Change change) {
        var state = turn.state(change.record());
        var subject = turn.subject(change);
        if (!mayGive(change.device())
                || isHere(change.id())
                || (turn.isErased(change, subject) && !(change.body() instanceof Body.Erasure))
                || intake.fault(turn, device, change, state, subject.state()).isPresent()) {
            return false;
        }
        var giver = device.inRun(run(change.device(), change.sequence()));
        if (change.body() instanceof Body.Erasure) {
            turn.erase(line, change, giver);
            return true;
        }
        var waits = intake.waits(change, state, subject);
        if (waits.isPresent() && intake.forbidden(change).isPresent()) {
            return false;
        }
        if (waits.isPresent()) {
            turn.defer(line, change, giver, waits.get());
            return true;
        }
        // What the law does not let in is not taken from others: the device that made it hands it in and hears why.
        var merging = turn.merging(change, line.isMarked());
        if (merging.refusal().isPresent()) {
            return false;
        }
        turn.apply(line, merging, giver);
        return true;
    }

    /** Its own changes, those of a device that this platform does not know, and those of any when something was lost. */
    private boolean mayGive(String maker) {
        return isLossProved
                || maker.equals(device.name())
                || !enrolled.computeIfAbsent(maker, name -> db.fetchExists(CLIENT, CLIENT.DEVICE.eq(name)));
    }

    private boolean isHere(UUID id) {
        return !handed.add(id) || db.fetchExists(DSL.selectOne().from(HISTORY).where(HISTORY.CHANGE_ID.eq(id)));
    }

    /**
     * The run under which a change comes in that was handed over. It is none of those that devices have, since nobody here
     * knows in which of them it was made, and a device may still push another change to its place. Copies of an archive made
     * several changes for one place.
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
