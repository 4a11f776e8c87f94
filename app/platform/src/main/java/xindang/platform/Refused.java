package xindang.platform;

import xindang.model.exchange.Refusal;

/** Ends a request with a refusal. A refusal is a normal answer: it has no stack trace and is not logged. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Refusal refusal;

    private Refused(int status, Refusal refusal) {
        super(refusal.code(), null, false, false);
        this.status = status;
        this.refusal = refusal;
    }

    static Refused of(int status, String code) {
        return new Refused(status, new Refusal(code, Texts.of(code), 0));
    }

    /** Returns the refusal of a batch that leaves a gap after the last received sequence number. */
    static Refused gap(long received) {
        return new Refused(409, new Refusal("sequence.gap", Texts.of("sequence.gap"), received));
    }

    int status() {
        return status;
    }

    Refusal refusal() {
        return refusal;
    }
}
