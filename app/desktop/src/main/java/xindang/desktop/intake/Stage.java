package xindang.desktop.intake;

/** How far an import has come. */
enum Stage {
    /** No file yet. */
    CHOOSE,
    /** Read and checked, nothing written. */
    CHECKED,
    /** Written. */
    DONE
}
