package xindang.model.exchange;

/** The numbers and names of the protocol that both sides must agree on; described in docs/exchange.yaml. */
public final class Protocol {
    /** Version of the protocol in {@code hello}. */
    public static final int VERSION = 1;

    /** Most changes in one batch. */
    public static final int BATCH_CHANGES = 200;

    /** Most bytes of one batch after gzip. */
    public static final int BATCH_BYTES = 256 * 1024;

    /** Most bytes after gzip of a batch of a single change, so that a large one does not stop its device. */
    public static final int SINGLE_BYTES = 1024 * 1024;

    /** Most bytes of a batch before gzip. */
    public static final int BATCH_PLAIN_BYTES = 8 * 1024 * 1024;

    /** Most changes in one page of a pull. */
    public static final int PAGE_CHANGES = 500;

    /** Bytes of changes after which a page of a pull ends; one change is always given. */
    public static final int PAGE_BYTES = 2 * 1024 * 1024;

    /** Header with the ES256 signature over the body before gzip: 64 bytes, base64url. */
    public static final String SIGNATURE = "Xindang-Signature";

    /** Header that names the batch. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** Media type of a batch: the header and each change as a line of canonical JSON. */
    public static final String BATCH_TYPE = "application/x-ndjson";

    private Protocol() {}
}
