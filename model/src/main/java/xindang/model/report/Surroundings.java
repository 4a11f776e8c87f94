package xindang.model.report;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Data for reports that no archive record contains.
 *
 * @param fullPath returns the name of a division with its whole path, by code
 * @param shortName returns the usual name of a division, by code
 * @param synced returns the time of the last successful exchange with the platform
 * @param verifyAt address of the platform's public pages, without a slash at the end
 */
public record Surroundings(
        UnaryOperator<String> fullPath,
        UnaryOperator<String> shortName,
        Supplier<Optional<Instant>> synced,
        String verifyAt) {}
