package xindang.model.common;

/** Watches long work: told how far it is, asked whether to go on. Called from the working thread. */
public interface Progress {
    /** Nobody watches and nobody cancels. */
    Progress NONE = new Progress() {
        @Override
        public void at(String step, long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /**
     * Work has come so far.
     *
     * @param step key of the step's name, such as {@code intake.read}
     * @param total 0 when unknown
     */
    void at(String step, long done, long total);

    boolean cancelled();

    /** Ends the work when it was cancelled; nothing of it may have been saved yet. */
    default void check() {
        if (cancelled()) {
            throw new AppException(ErrorCode.CANCELLED, "cancelled");
        }
    }
}
