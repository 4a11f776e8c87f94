package xindang.model.rating;

import java.math.BigDecimal;

/**
 * One outcome that a rule can have.
 *
 * @param points the points it gives
 * @param text the condition for it, as the form words it
 */
public record PointStep(BigDecimal points, String text) {}
