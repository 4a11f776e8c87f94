package xindang.model.exchange;

import java.util.List;

/**
 * A page of the platform's order.
 *
 * @param cursor where the next page begins, also when this page is empty
 * @param more whether the platform already has more
 */
public record PulledPage(List<ExchangeStore.Arrival> changes, String cursor, boolean more) {
    public PulledPage {
        changes = List.copyOf(changes);
    }
}
