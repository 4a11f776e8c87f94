package xindang.model.exchange;

import java.util.List;
import java.util.UUID;
import xindang.model.law.Withholding;

/**
 * A change that arrived and was not kept whole (依法不收).
 *
 * @param places what was withheld of it; no value, only hashes
 * @param reported whether the platform knows
 */
public record WithheldChange(UUID change, List<Withholding.Place> places, boolean reported) {
    public WithheldChange {
        places = List.copyOf(places);
    }

    /** The same after the platform was informed. */
    public WithheldChange asReported() {
        return new WithheldChange(change, places, true);
    }
}
