package xindang.model.template;

import java.util.Optional;
import java.util.Set;

/**
 * A field is asked only when another field (path or, in a group, field id) holds one of these values. The empty text
 * among them stands for a field that is not filled.
 */
public record Condition(String field, Set<String> values) {
    public Condition {
        values = Set.copyOf(values);
    }

    /** Whether the field is asked when the other one holds this. */
    public boolean holds(Optional<String> value) {
        return values.contains(value.orElse(""));
    }
}
