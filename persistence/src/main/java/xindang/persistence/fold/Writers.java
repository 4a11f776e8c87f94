package xindang.persistence.fold;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.exchange.Authors;
import xindang.model.exchange.Merge;
import xindang.persistence.codec.Knowledge;

/**
 * Finds the authors of a record's values, for the other side of a conflict. It reads the whole history, so that each
 * office finds the same person. That is slow, and done only for a conflict.
 */
final class Writers implements Function<String, Optional<Conflict.Side>> {
    private final Knowledge templates;
    private final Supplier<List<Change>> history;
    private @Nullable Authors authors;

    Writers(Knowledge templates, Supplier<List<Change>> history) {
        this.templates = templates;
        this.history = history;
    }

    @Override
    public Optional<Conflict.Side> apply(String path) {
        var known = authors;
        if (known == null) {
            known = new Authors();
            replay(known);
            authors = known;
        }
        return known.apply(path);
    }

    /** Returns the state of the record after all changes. */
    Merge.State made() {
        return replay(new Authors());
    }

    private Merge.State replay(Authors wrote) {
        var state = Merge.State.EMPTY;
        for (var change : history.get()) {
            var after = Merge.apply(templates.of(change.template()), state, change, wrote)
                    .state();
            wrote.follow(state.content(), change, after.content());
            state = after;
        }
        return state;
    }
}
