package xindang.platform;

import static xindang.platform.jooq.Tables.HISTORY;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import xindang.model.archive.Change;
import xindang.model.archive.Content;
import xindang.model.template.Template;

/**
 * Collects the changes of one turn that contain rows with a term. The content of such a row is not kept if its term has
 * expired at the end of the turn (征信业管理条例 article 16). The check runs at the end, because a later change of the turn
 * may correct the end date.
 */
final class RowsWithTerm {
    private final ChangeIntake intake;
    private final Map<UUID, Accepted> accepted = new LinkedHashMap<>();

    RowsWithTerm(ChangeIntake intake) {
        this.intake = intake;
    }

    private record Accepted(Content before, List<Change> changes) {}

    /**
     * Adds a change if it concerns a row with a term.
     *
     * @param before content of the record before the change
     */
    void add(Template template, Content before, Change change) {
        var concerns = change.fields().stream().anyMatch(field -> template.terms().stream()
                .anyMatch(term -> field.path().startsWith(term.group() + ".")));
        if (concerns) {
            accepted.computeIfAbsent(change.record(), record -> new Accepted(before, new ArrayList<>()))
                    .changes()
                    .add(change);
        }
    }

    /** Removes content that may not be kept from unwritten changes, from stored changes and from their records. */
    void hide(DSLContext db, HistoryRows history, Turn turn) {
        accepted.forEach((record, these) -> turn.state(record).ifPresent(state -> intake.ended(
                        state.template(), these.before(), these.changes(), state.content())
                .forEach(kept -> {
                    var whole = these.changes().stream()
                            .filter(change -> change.id().equals(kept.change().id()))
                            .findFirst()
                            .orElseThrow();
                    if (!history.mark(kept.change())) {
                        db.update(HISTORY)
                                .set(WithheldColumns.of(kept))
                                .where(HISTORY.CHANGE_ID.eq(whole.id()))
                                .execute();
                    }
                    turn.hide(record, new Hidden(whole, kept));
                })));
        accepted.clear();
    }
}
