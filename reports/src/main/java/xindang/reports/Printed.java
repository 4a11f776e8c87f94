package xindang.reports;

import java.util.Set;

/** A printed PDF file, with its number of pages and the characters that no font has. */
public final class Printed {
    private final byte[] bytes;
    private final int pages;
    private final Set<Integer> missing;

    Printed(byte[] bytes, int pages, Set<Integer> missing) {
        this.bytes = bytes;
        this.pages = pages;
        this.missing = Set.copyOf(missing);
    }

    /** Returns the PDF. The caller may change the array. */
    public byte[] bytes() {
        return bytes;
    }

    public int pages() {
        return pages;
    }

    /** Returns the code points that no font has. They are printed as 〓 and listed in the report log. */
    public Set<Integer> missing() {
        return missing;
    }
}
