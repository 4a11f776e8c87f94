package xindang.model.common;

/**
 * Formats a failure for the log: the kinds of its exceptions and their stack frames. It leaves out the messages of
 * libraries, because they can contain personal data.
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
