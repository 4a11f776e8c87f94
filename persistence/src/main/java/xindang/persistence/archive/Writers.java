package xindang.persistence.archive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.exchange.Merge;

/**
 * Who wrote the values of a record, for the other side of a conflict. It is worked out from the whole history, so that
 * every office names the same person; that is dear, and done only when there is a clash.
 */
final class Writers implements Function<String, Optional<Conflict.Side>> {
    private final Knowledge templates;
    private final Supplier<List<Change>> history;
    private @Nullable Map<String, Conflict.Side> sides;

    Writers(Knowledge templates, Supplier<List<Change>> history) {
        this.templates = templates;
        this.history = history;
    }

    @Override
    public Optional<Conflict.Side> apply(String path) {
        var known = sides;
        if (known == null) {
            known = replay(history.get());
            sides = known;
        }
        return Optional.ofNullable(known.get(path));
    }

    private Map<String, Conflict.Side> replay(List<Change> changes) {
        var wrote = new HashMap<String, Conflict.Side>();
        var state = Merge.State.EMPTY;
        for (var change : changes) {
            var after = Merge.apply(
                            templates.of(change.template()),
                            state,
                            change,
                            path -> Optional.ofNullable(wrote.get(path)))
                    .state();
            for (var field : change.fields()) {
                var value = after.content().get(field.path());
                if (!value.equals(state.content().get(field.path()))) {
                    wrote.put(
                            field.path(),
                            new Conflict.Side(value, change.user(), change.device(), change.at(), change.id()));
                }
            }
            state = after;
        }
        return wrote;
    }
}
