package xindang.model.law;

import java.util.List;

/**
 * A child with locked values.
 *
 * @param row the path of its row
 * @param paths paths of the values, for deleting them
 */
public record HiddenChild(String row, String name, List<String> paths) {
    public HiddenChild {
        paths = List.copyOf(paths);
    }
}
