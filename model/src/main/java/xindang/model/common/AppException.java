package xindang.model.common;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure of the environment: a disk, a file, a network, a key. Its message is English and for the log. Screens show
 * the text of the code with {@link #args()}.
 */
public final class AppException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<String> args;

    public AppException(ErrorCode code, String message, String... args) {
        this(code, message, null, args);
    }

    public AppException(ErrorCode code, String message, @Nullable Throwable cause, String... args) {
        super(message, cause);
        this.code = code;
        this.args = List.of(args);
    }

    public ErrorCode code() {
        return code;
    }

    /** Returns the arguments of the message of the code, such as a file name. */
    public List<String> args() {
        return args;
    }
}
