package xindang.cli.shell;

import xindang.model.common.ErrorCode;

/** A failure with a sentence for the person. Its code is USAGE, a wrong call, unless another code is given. */
public final class Usage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String sentence;

    public Usage(String sentence) {
        this(ErrorCode.USAGE, sentence);
    }

    public Usage(ErrorCode code, String sentence) {
        super(code.name());
        this.code = code;
        this.sentence = sentence;
    }

    public ErrorCode code() {
        return code;
    }

    public String sentence() {
        return sentence;
    }
}
