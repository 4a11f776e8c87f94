package xindang.model.exchange;

import java.util.UUID;

/** The two messages of an enrolment. */
public final class Enrolment {
    private Enrolment() {}

    /**
     * The request of a device to be enrolled, signed with its key.
     *
     * @param code one-time code, as a person typed it
     * @param region division code of 4, 6, 9 or 12 digits: the division of the code or a unit below it
     * @param device id of the device, as in its changes
     * @param key public key as a JWK
     */
    public record Request(String code, String region, String device, String key) {}

    /**
     * The answer of the platform that enrolled the device. The same code and key receive the same answer again, with a
     * new signature.
     *
     * @param client id for tokens
     * @param epoch number of enrolments of this device, from 1; it identifies a run of sequence numbers
     * @param platform stable id of the platform
     * @param platformKey public key of the platform as a JWK; the device stores it and accepts no other
     * @param encryptionKey public key as a JWK, for data that only the platform may read
     * @param signed JWS of client, platform and encryption key by the platform's key
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
