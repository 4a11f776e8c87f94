package xindang.model.exchange;

/**
 * The answer of a platform that accepts no part of a request.
 *
 * @param code such as {@code device.forked}; docs/exchange.yaml lists them
 * @param text the reason as a sentence for people
 * @param received for {@code sequence.gap}: the last sequence that the platform has of the device; otherwise 0
 */
public record Refusal(String code, String text, long received) {}
