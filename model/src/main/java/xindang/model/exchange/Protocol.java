package xindang.model.exchange;

/** The numbers and names of the protocol that both sides must agree on; docs/exchange.yaml describes them. */
public final class Protocol {
    /** Version of the protocol in {@code hello}. */
    public static final int VERSION = 1;

    /** Maximum number of changes in one batch. */
    public static final int BATCH_CHANGES = 200;

    /** Maximum size of one batch after gzip, in bytes. */
    public static final int BATCH_BYTES = 256 * 1024;

    /**
     * Maximum size after gzip of a batch of a single change, in bytes. It is larger, because otherwise one large change
     * would block its device.
     */
    public static final int SINGLE_BYTES = 1024 * 1024;

    /** Maximum size of a batch before gzip, in bytes. */
    public static final int BATCH_PLAIN_BYTES = 8 * 1024 * 1024;

    /** Maximum number of changes in one page of a pull. */
    public static final int PAGE_CHANGES = 500;

    /** Size of changes, in bytes, at which a page of a pull ends. A page contains at least one change. */
    public static final int PAGE_BYTES = 2 * 1024 * 1024;

    /** Header with the ES256 signature of the body before gzip: 64 bytes, base64url. */
    public static final String SIGNATURE = "Xindang-Signature";

    /** Header with the id of the batch. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** Media type of a batch: the header and each change as a line of canonical JSON. */
    public static final String BATCH_TYPE = "application/x-ndjson";

    private Protocol() {}
}
