package xindang.model.report;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What a report says that no archive record holds.
 *
 * @param fullPath name of a division with its whole path, by its code
 * @param shortName name of a division as people say it
 * @param synced when the last exchange with the platform ended well
 * @param verifyAt address of the platform's public pages, without a slash at the end
 */
public record Surroundings(
        UnaryOperator<String> fullPath,
        UnaryOperator<String> shortName,
        Supplier<Optional<Instant>> synced,
        String verifyAt) {}
