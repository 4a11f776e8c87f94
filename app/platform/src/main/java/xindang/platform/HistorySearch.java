package xindang.platform;

import static org.jooq.impl.DSL.row;
import static xindang.platform.jooq.Tables.HISTORY;
import static xindang.platform.jooq.Tables.SETTING;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.archive.Change;
import xindang.model.common.AppException;
import xindang.model.exchange.Verdict;
import xindang.model.law.Gate;
import xindang.model.law.TextDoor;
import xindang.model.wire.ChangeJson;
import xindang.model.wire.RedactedJson;
import xindang.platform.jooq.tables.records.HistoryRecord;

/**
 * Searches all stored changes again after the list of forbidden words has changed (征信业管理条例 article 14(1)). It removes
 * forbidden content from changes and records, also from deferred and rejected changes.
 *
 * <p>It runs before the first request, so the platform never sends content that the search would remove. An interrupted
 * search starts from the beginning.
 */
final class HistorySearch {
    private static final Logger LOG = LoggerFactory.getLogger(HistorySearch.class);
    /** Name of the setting that stores the version of the words used for the last search. */
    private static final String WORDS = "words";

    /** Rows in one page. A rejected change may have 8 MiB. */
    private static final int PAGE = 50;

    private final PlatformDatabase database;
    private final ChangeIntake intake;

    HistorySearch(PlatformDatabase database, ChangeIntake intake) {
        this.database = database;
        this.intake = intake;
    }

    /** Runs the search, unless it already ran with the same words. */
    void run() {
        var words = intake.words();
        if (database.read(HistorySearch::last).filter(words::equals).isPresent()) {
            return;
        }
        var searched = 0L;
        var found = 0L;
        var page = database.read(db -> page(db, Optional.empty()));
        while (!page.isEmpty()) {
            var hits = page.stream().filter(this::isHit).toList();
            if (!hits.isEmpty()) {
                found += database.write(db -> hide(db, hits));
            }
            searched += page.size();
            var end = page.get(page.size() - 1);
            page = database.read(db -> page(db, Optional.of(end)));
        }
        database.write(db -> db.insertInto(SETTING, SETTING.NAME, SETTING.CONTENT)
                .values(WORDS, words)
                .onConflict(SETTING.NAME)
                .doUpdate()
                .set(SETTING.CONTENT, words)
                .execute());
        LOG.info("searched {} changes by other words than before, took something out of {}", searched, found);
    }

    private static Optional<String> last(DSLContext db) {
        return db.select(SETTING.CONTENT)
                .from(SETTING)
                .where(SETTING.NAME.eq(WORDS))
                .fetchOptional(SETTING.CONTENT);
    }

    private static List<HistoryRecord> page(DSLContext db, Optional<HistoryRecord> after) {
        return db.selectFrom(HISTORY)
                .where(after.map(end -> row(HISTORY.DEVICE, HISTORY.EPOCH, HISTORY.SEQUENCE)
                                .gt(end.getDevice(), end.getEpoch(), end.getSequence()))
                        .map(Condition.class::cast)
                        .orElseGet(org.jooq.impl.DSL::noCondition))
                .orderBy(HISTORY.DEVICE, HISTORY.EPOCH, HISTORY.SEQUENCE)
                .limit(PAGE)
                .fetch();
    }

    private boolean isHit(HistoryRecord row) {
        return change(row)
                .map(change -> !intake.kept(change).places().isEmpty())
                .orElseGet(() -> RedactedJson.read(text(row)).isEmpty()
                        && Gate.words(TextDoor.TEXT, text(row)).isPresent());
    }

    /**
     * Removes forbidden content from rows.
     *
     * @return number of rows that changed
     */
    private int hide(DSLContext db, List<HistoryRecord> hits) {
        var turn = new Turn(db, intake);
        var fresh = new ArrayList<HistoryRecord>();
        for (var hit : hits) {
            // another gateway on the same database may have changed the row already
            db.selectFrom(HISTORY)
                    .where(is(hit))
                    .fetchOptional()
                    .filter(this::isHit)
                    .ifPresent(fresh::add);
        }
        for (var row : fresh) {
            hide(db, turn, row);
        }
        turn.finish();
        return fresh.size();
    }

    private void hide(DSLContext db, Turn turn, HistoryRecord row) {
        var change = change(row);
        if (change.isEmpty()) {
            db.update(HISTORY)
                    .set(HISTORY.BODY, new byte[0])
                    .set(HISTORY.SIZE, 0)
                    .where(is(row))
                    .execute();
            return;
        }
        var kept = intake.kept(change.get());
        if (row.getPosition() != null && !row.getVerdict().equals(Verdict.QUARANTINED.name())) {
            Withholdings.hide(db, turn, row, change.get(), kept);
        } else {
            db.update(HISTORY).set(WithheldColumns.of(kept)).where(is(row)).execute();
        }
    }

    private static Condition is(HistoryRecord row) {
        return HISTORY.DEVICE
                .eq(row.getDevice())
                .and(HISTORY.EPOCH.eq(row.getEpoch()))
                .and(HISTORY.SEQUENCE.eq(row.getSequence()));
    }

    /** Returns the change in a row; empty if a rejected row contains no readable change. */
    private static Optional<Change> change(HistoryRecord row) {
        try {
            return Optional.of(ChangeJson.read(text(row)));
        } catch (AppException e) {
            LOG.debug("no change", e);
            return Optional.empty();
        }
    }

    private static String text(HistoryRecord row) {
        return new String(row.getBody(), StandardCharsets.UTF_8);
    }
}
