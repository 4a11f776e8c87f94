package xindang.model.rating;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A named value that a form takes from the archive. All rules see inputs only, and inputs are frozen in the rating: what
 * is not an input cannot change a grade.
 *
 * @param averaged whether its local mean is computed
 * @param labels what its codes are called in the value of a line
 */
record Input(String name, boolean averaged, Map<String, String> labels, Reader reader) {
    Input {
        labels = Map.copyOf(labels);
    }

    /** Reads the value; {@code before} holds the inputs of the form that stand before this one. */
    interface Reader {
        Optional<String> read(Facts facts, Map<String, String> before, LocalDate on);
    }
}
