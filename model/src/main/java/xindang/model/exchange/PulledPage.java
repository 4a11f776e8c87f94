package xindang.model.exchange;

import java.util.List;

/**
 * One page of a pull: changes in the order of the platform.
 *
 * @param cursor the position at which the next page begins; present even when this page is empty
 * @param more whether the platform now has changes after this page
 */
public record PulledPage(List<ExchangeStore.Arrival> changes, String cursor, boolean more) {
    public PulledPage {
        changes = List.copyOf(changes);
    }
}
