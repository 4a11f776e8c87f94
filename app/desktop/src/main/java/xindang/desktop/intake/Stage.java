package xindang.desktop.intake;

/** The stage of an import. */
enum Stage {
    /** No file is open. */
    CHOOSE,
    /** The file is read and checked. Nothing is written. */
    CHECKED,
    /** The rows are written. */
    DONE
}
