package xindang.model.exchange;

import java.time.Instant;
import java.util.List;
import xindang.model.archive.TemplateRef;

/**
 * What a platform says of itself before anything else.
 *
 * @param platform stable id of the platform, the audience of what devices sign for it
 * @param epoch changes when the platform was set back to an older state
 * @param encryptionKey public key as a JWK, to which is sealed what only the platform may read
 * @param time the platform's clock
 * @param signed JWS of platform, epoch, key for encryption, time and the caller's nonce by the platform's key
 */
public record Hello(
        int protocol,
        List<TemplateVersion> templates,
        Limits limits,
        String platform,
        String epoch,
        String encryptionKey,
        Instant time,
        String signed) {
    public Hello {
        templates = List.copyOf(templates);
    }

    /** A template the platform knows, with its digest. */
    public record TemplateVersion(TemplateRef ref, String digest) {}

    /** What the platform takes and gives at once; see {@link Protocol}. */
    public record Limits(int batchChanges, int batchBytes, int singleBytes, int pageChanges) {
        /** The limits of this version of the protocol. */
        public static Limits standard() {
            return new Limits(
                    Protocol.BATCH_CHANGES, Protocol.BATCH_BYTES, Protocol.SINGLE_BYTES, Protocol.PAGE_CHANGES);
        }
    }
}
