package xindang.persistence.ledger;

/**
 * A place in a ledger where a commit ends.
 *
 * @param frames number of frames before it
 * @param last where the last of them begins, 0 when there is none
 * @param end where the next will begin
 * @param hash hash of the last frame, hex; of the head of the file when there is none
 */
public record LedgerPosition(long frames, long last, long end, String hash) {}
