package xindang.cli.shell;

import xindang.model.common.ErrorCode;

/** A command that cannot go on, with the sentence for the person: it was called wrongly unless another code is said. */
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
