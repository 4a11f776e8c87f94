package xindang.platform;

import xindang.model.exchange.Refusal;

/** Ends a request with a refusal. A refusal is an answer, not a failure: it has no trace and nobody logs it. */
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

    /** The device must begin right after what is here. */
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
