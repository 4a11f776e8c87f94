package xindang.desktop.form;

import java.time.Instant;
import java.util.Optional;
import xindang.model.archive.Durability;

/**
 * Where the form stands.
 *
 * @param waiting values typed and not saved, because they are wrong or something is missing
 * @param saved how safe the newest save is, absent before the first
 */
record SaveState(int waiting, Optional<Durability> saved, Optional<Instant> at) {
    static final SaveState NEW = new SaveState(0, Optional.empty(), Optional.empty());

    SaveState saved(Durability durability) {
        return new SaveState(waiting, Optional.of(durability), at);
    }

    SaveState waiting(int count) {
        return new SaveState(count, saved, at);
    }
}
