package xindang.model.law;

import java.util.List;

/**
 * A child of whom values are here that nobody may see.
 *
 * @param row the path of its row
 * @param paths of the values, to clear them
 */
public record HiddenChild(String row, String name, List<String> paths) {
    public HiddenChild {
        paths = List.copyOf(paths);
    }
}
