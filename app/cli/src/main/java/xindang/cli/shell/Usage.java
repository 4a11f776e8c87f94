package xindang.cli.shell;

/** A command that was called wrongly, with the sentence for the person; exit code 2. */
public final class Usage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public Usage(String sentence) {
        super("wrong usage");
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
