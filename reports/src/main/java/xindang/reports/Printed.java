package xindang.reports;

import java.util.Set;

/** A finished file. */
public final class Printed {
    private final byte[] bytes;
    private final int pages;
    private final Set<Integer> missing;

    Printed(byte[] bytes, int pages, Set<Integer> missing) {
        this.bytes = bytes;
        this.pages = pages;
        this.missing = Set.copyOf(missing);
    }

    /** The PDF; the caller owns the array. */
    public byte[] bytes() {
        return bytes;
    }

    public int pages() {
        return pages;
    }

    /** Code points that no font has, printed as 〓: for the report log. */
    public Set<Integer> missing() {
        return missing;
    }
}
