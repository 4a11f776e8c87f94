package xindang.model.archive;

import java.util.List;
import java.util.UUID;

/**
 * The result of an erasure: a record and all records about it (个人信息保护法 article 47).
 *
 * @param record id of the erased record
 * @param change the change that erased it; its body is {@link Body.Erasure}
 * @param remnants what is kept of the records about it that were in this archive, in the order of their ids
 */
public record Erased(UUID record, Change change, List<Remnant> remnants) {
    public Erased {
        remnants = List.copyOf(remnants);
    }
}
