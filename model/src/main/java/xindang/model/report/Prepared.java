package xindang.model.report;

import java.util.Optional;
import java.util.UUID;

/**
 * A report ready to be drawn, and what its record will say once it is issued.
 *
 * @param region 12-digit code of the subject
 * @param rating the rating it rests on
 */
public record Prepared(ReportContent content, UUID subject, String region, Request request, Optional<UUID> rating) {}
