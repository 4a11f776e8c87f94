package xindang.model.archive;

import java.util.List;
import java.util.UUID;

/**
 * A record that was erased, with all records about it (个人信息保护法 article 47).
 *
 * @param record id of the record erased
 * @param change the change that erased it; its body is {@link Body.Erasure}
 * @param remnants what is still said of the records about it that were here, in the order of their ids
 */
public record Erased(UUID record, Change change, List<Remnant> remnants) {
    public Erased {
        remnants = List.copyOf(remnants);
    }
}
