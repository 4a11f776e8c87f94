package xindang.model.exchange;

/**
 * The platform takes nothing of the request.
 *
 * @param code such as {@code device.forked}; docs/exchange.yaml lists them
 * @param text the same in a sentence for people
 * @param received for {@code sequence.gap}: the last sequence the platform holds of the device; otherwise 0
 */
public record Refusal(String code, String text, long received) {}
