package xindang.model.archive;

import java.util.List;

/**
 * Part of a list, and the length of the whole list.
 *
 * @param counted false when the whole list has at least {@code total} lines and counting stopped there
 */
public record Page<T>(List<T> items, long total, boolean counted) {
    /** Makes part of a list whose length is known. */
    public Page(List<T> items, long total) {
        this(items, total, true);
    }

    public Page {
        items = List.copyOf(items);
    }
}
