package xindang.model.exchange;

import java.util.List;

/**
 * Part of the platform's order.
 *
 * @param cursor where to go on, also when the page is empty
 * @param more whether more is there already
 */
public record PulledPage(List<ExchangeStore.Arrival> changes, String cursor, boolean more) {
    public PulledPage {
        changes = List.copyOf(changes);
    }
}
