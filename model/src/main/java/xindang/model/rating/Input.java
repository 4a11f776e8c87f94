package xindang.model.rating;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A named value that a form reads from the archive. Rules use inputs only, and a rating stores its inputs. Other data
 * therefore cannot change a grade.
 *
 * @param averaged whether its local mean is computed
 * @param labels names of its codes for display
 */
record Input(String name, boolean averaged, Map<String, String> labels, Reader reader) {
    Input {
        labels = Map.copyOf(labels);
    }

    /** Reads the value. {@code before} contains the inputs that precede this one in the form. */
    interface Reader {
        Optional<String> read(Facts facts, Map<String, String> before, LocalDate on);
    }
}
