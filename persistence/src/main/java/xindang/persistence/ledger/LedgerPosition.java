package xindang.persistence.ledger;

/**
 * The end of a commit in a ledger.
 *
 * @param frames number of frames before it
 * @param last start of the last frame; 0 if there is none
 * @param end start of the next frame
 * @param hash hash of the last frame in hexadecimal; of the file's head if there is none
 */
public record LedgerPosition(long frames, long last, long end, String hash) {}
