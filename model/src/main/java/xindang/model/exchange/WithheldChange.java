package xindang.model.exchange;

import java.util.List;
import java.util.UUID;
import xindang.model.law.Withholding;

/**
 * A received change with withheld values (依法不收).
 *
 * @param places the withheld values: hashes only
 * @param reported whether it was reported to the platform
 */
public record WithheldChange(UUID change, List<Withholding.Place> places, boolean reported) {
    public WithheldChange {
        places = List.copyOf(places);
    }

    /** Returns this change as reported. */
    public WithheldChange asReported() {
        return new WithheldChange(change, places, true);
    }
}
