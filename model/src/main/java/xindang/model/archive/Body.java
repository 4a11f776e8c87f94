package xindang.model.archive;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The effect of a change on its record. */
public sealed interface Body {
    /**
     * A change of values.
     *
     * @param fields at most one change for each path
     * @param resolves the conflicts that this change decides
     * @param region the 12-digit region in a change of format 1; absent in later formats, which derive it from the
     *     content
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

    /** The erasure of a record. From this change on, all earlier content of the record is unreadable. */
    record Erasure(String reason) implements Body {}

    /**
     * A change that a later version of the program wrote and this version cannot read. The program keeps it and sends
     * it unchanged, but does not apply it.
     *
     * @param json the canonical JSON of the whole change, byte for byte
     */
    record Newer(String json) implements Body {}
}
