package xindang.desktop.form;

import java.time.Instant;
import java.util.Optional;
import xindang.model.archive.Durability;

/**
 * Where the form stands.
 *
 * @param waiting values typed and not saved, because they are wrong or something is missing
 * @param unlawful how many of them the law does not allow to keep, not even as a draft
 * @param saved how safe the newest save is, absent before the first
 */
record SaveState(int waiting, int unlawful, Optional<Durability> saved, Optional<Instant> at) {
    static final SaveState NEW = new SaveState(0, 0, Optional.empty(), Optional.empty());

    SaveState saved(Durability durability) {
        return new SaveState(waiting, unlawful, Optional.of(durability), at);
    }

    SaveState waiting(int count, int refused) {
        return new SaveState(count, refused, saved, at);
    }
}
