package xindang.model.report;

import java.util.Optional;
import java.util.UUID;

/**
 * A report that is ready for layout, and the values of its record when it is issued.
 *
 * @param region 12-digit code of the subject
 * @param rating id of the rating in it
 */
public record Prepared(ReportContent content, UUID subject, String region, Request request, Optional<UUID> rating) {}
