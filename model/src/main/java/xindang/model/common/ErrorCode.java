package xindang.model.common;

/**
 * The kinds of failure that a typing error does not cause. Each has a message {@code error.<NAME>} and an exit code.
 */
public enum ErrorCode {
    USAGE(2),
    FILE_LOCKED(10),
    FILE_DAMAGED(11),
    WRONG_PASSWORD(12),
    NEWER_VERSION(13),
    DISK_FULL(14),
    NETWORK(15),
    REFUSED(16),
    NOT_FOUND(17),
    STALE(18),
    CANCELLED(19),
    UNREADABLE(20),
    NOT_WRITTEN(21),
    OLDER_VERSION(22),
    INTERNAL(70);

    private final int exitCode;

    ErrorCode(int exitCode) {
        this.exitCode = exitCode;
    }

    /** Returns the exit code of a command that ends with this error, 2 to 70; see docs/cli.md. */
    public int exitCode() {
        return exitCode;
    }
}
