package xindang.model.rating;

import java.math.BigDecimal;

/**
 * One possible result of a rule.
 *
 * @param points the points it gives
 * @param text its condition, in the words of the form
 */
public record PointStep(BigDecimal points, String text) {}
