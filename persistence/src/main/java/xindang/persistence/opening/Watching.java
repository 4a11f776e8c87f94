package xindang.persistence.opening;

import java.util.function.LongConsumer;
import xindang.model.common.Progress;

/** Says how far a look at every byte of an archive is, and ends it when it was cancelled. */
final class Watching {
    /** Nobody watches and nobody cancels. */
    static final Watching NONE = new Watching(Progress.NONE);

    /** Names of the steps: bytes of the ledger are read, entries are folded, rows are compared, records are read. */
    static final String LEDGER = "check.ledger";

    static final String DATABASE = "check.database";
    static final String COMPARE = "check.compare";
    static final String RECORDS = "check.records";

    private final Progress progress;

    Watching(Progress progress) {
        this.progress = progress;
    }

    /**
     * Reports the counts of a step.
     *
     * @param total 0 when unknown
     */
    LongConsumer of(String step, long total) {
        return done -> {
            progress.at(step, done, total);
            progress.check();
        };
    }

    /** The same from where nothing can be taken back any more. */
    Watching toTheEnd() {
        return new Watching(new Progress() {
            @Override
            public void at(String step, long done, long total) {
                progress.at(step, done, total);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });
    }
}
