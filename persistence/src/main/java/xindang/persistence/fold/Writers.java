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
 * Who wrote the values of a record, for the other side of a conflict. It is worked out from the whole history, so that
 * every office names the same person; that is dear, and done only when there is a clash.
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

    /** What the changes make of the record, one after the other. */
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
