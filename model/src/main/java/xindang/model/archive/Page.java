package xindang.model.archive;

import java.util.List;

/**
 * Part of a list and how long the whole is.
 *
 * @param counted false when the whole has at least {@code total} lines and was not counted any further
 */
public record Page<T>(List<T> items, long total, boolean counted) {
    /** Part of a list whose length is known. */
    public Page(List<T> items, long total) {
        this(items, total, true);
    }

    public Page {
        items = List.copyOf(items);
    }
}
