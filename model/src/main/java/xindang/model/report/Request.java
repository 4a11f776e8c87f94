package xindang.model.report;

import xindang.model.template.Audience;

/**
 * What is asked of a report.
 *
 * @param kind {@code household}, {@code enterprise}, {@code practitioner}
 * @param purpose what it is for; printed on every page (征信业管理条例 art. 18 and 20)
 * @param person who asks
 * @param issuer the office or firm that answers for it
 */
public record Request(String kind, Audience audience, String purpose, String person, String issuer) {}
