package xindang.model.common;

/**
 * A failure as the log may have it: what kind it was and where, without the messages of libraries, in which values of
 * people could stand.
 */
public record Failed(AppException failure) {
    @Override
    public String toString() {
        var out = new StringBuilder(String.valueOf(failure.getMessage()));
        for (Throwable at = failure; at != null; at = at.getCause()) {
            out.append(System.lineSeparator()).append("  ").append(at.getClass().getName());
            for (var frame : at.getStackTrace()) {
                if (frame.getClassName().startsWith("xindang.") || out.length() < 2000) {
                    out.append(System.lineSeparator()).append("    at ").append(frame);
                }
            }
        }
        return out.toString();
    }
}
