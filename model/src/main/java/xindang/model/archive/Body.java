package xindang.model.archive;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a change does to its record. */
public sealed interface Body {
    /**
     * Values go from what to what.
     *
     * @param fields at most one change a path
     * @param resolves the conflicts that this change decides
     * @param region the 12-digit region that a change of format 1 states; absent since, for it follows from the content
     */
    record Fields(List<FieldChange> fields, List<UUID> resolves, Optional<String> region) implements Body {
        public Fields {
            fields = List.copyOf(fields);
            resolves = List.copyOf(resolves);
        }

        public Fields(List<FieldChange> fields, List<UUID> resolves) {
            this(fields, resolves, Optional.empty());
        }
    }

    /** The record is erased: what was ever said of it can be read by nobody from now on. */
    record Erasure(String reason) implements Body {}

    /**
     * What a later version of the program wrote and this one does not know. It is kept and handed on, and takes no effect.
     *
     * @param json the canonical JSON of the whole change, byte for byte
     */
    record Newer(String json) implements Body {}
}
