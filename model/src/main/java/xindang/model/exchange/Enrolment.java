package xindang.model.exchange;

import java.util.UUID;

/** The two messages of an enrolment. */
public final class Enrolment {
    private Enrolment() {}

    /**
     * A device asks to be let in, signed with its key.
     *
     * @param code one-time code, as a person typed it
     * @param region division code of 4, 6, 9 or 12 digits, the code's own or a unit below it
     * @param device id of the device that is in its changes
     * @param key public key as a JWK
     */
    public record Request(String code, String region, String device, String key) {}

    /**
     * The platform let it in. The same code and key get the same answer again, signed anew.
     *
     * @param client id for tokens
     * @param epoch how often this device was enrolled, from 1: names its run of sequence numbers
     * @param platform stable id of the platform
     * @param platformKey public key of the platform as a JWK, to be pinned
     * @param encryptionKey public key as a JWK, to which is sealed what only the platform may read
     * @param signed JWS of client, platform and key for encryption by the platform's key
     */
    public record Answer(
            UUID client,
            String device,
            int epoch,
            String region,
            String platform,
            String platformKey,
            String encryptionKey,
            String signed) {}
}
