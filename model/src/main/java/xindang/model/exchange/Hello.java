package xindang.model.exchange;

import java.time.Instant;
import java.util.List;
import xindang.model.archive.TemplateRef;

/**
 * The first answer of a platform, before any other message.
 *
 * @param platform stable id of the platform; devices name it as the audience of their signatures
 * @param epoch changes when the platform was restored from an older backup
 * @param encryptionKey public key as a JWK, for data that only the platform may read
 * @param time the platform's clock
 * @param signed JWS of platform, epoch, encryption key, time and the caller's nonce by the platform's key
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

    /** A template that the platform has, with its digest. */
    public record TemplateVersion(TemplateRef ref, String digest) {}

    /** The limits of one request and one answer; see {@link Protocol}. */
    public record Limits(int batchChanges, int batchBytes, int singleBytes, int pageChanges) {
        /** Returns the limits of this version of the protocol. */
        public static Limits standard() {
            return new Limits(
                    Protocol.BATCH_CHANGES, Protocol.BATCH_BYTES, Protocol.SINGLE_BYTES, Protocol.PAGE_CHANGES);
        }
    }
}
