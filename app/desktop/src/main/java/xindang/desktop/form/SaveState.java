package xindang.desktop.form;

import java.time.Instant;
import java.util.Optional;
import xindang.model.archive.Durability;

/**
 * The save state of a form.
 *
 * @param waiting number of texts that are not saved, because they are wrong or something is missing
 * @param unlawful number of these texts that the law forbids to store even as unsaved texts
 * @param saved durability of the newest save, empty before the first
 * @param at time of the newest save
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
