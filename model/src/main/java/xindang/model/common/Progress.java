package xindang.model.common;

/** Receives the progress of long work and can cancel it. Called from the working thread. */
public interface Progress {
    /** Ignores progress and never cancels. */
    Progress NONE = new Progress() {
        @Override
        public void at(String step, long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /**
     * Receives the progress of the work.
     *
     * @param step key of the step's name, such as {@code intake.read}
     * @param total 0 when unknown
     */
    void at(String step, long done, long total);

    boolean cancelled();

    /** Throws when the work was cancelled. Call it only before the work has saved anything. */
    default void check() {
        if (cancelled()) {
            throw new AppException(ErrorCode.CANCELLED, "cancelled");
        }
    }
}
