package xindang.sync;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.exchange.Enrolment;
import xindang.model.exchange.ExchangeStore;
import xindang.model.json.CanonicalJson;
import xindang.model.json.JsonValue;

/**
 * The stored enrolment of a device. It is one setting, so it is stored completely or not at all.
 *
 * @param epoch epoch of the device's sequence numbers
 * @param platform id of the platform
 * @param platformKey the platform's public key, pinned
 * @param encryptionKey JWK for data that only the platform may read; empty in an archive that was enrolled before this
 *     key existed, until its next exchange
 * @param authority SHA-256 of the certificate authority, pinned; empty for plain HTTP on the loopback address
 * @param secret key of a copy that became its own device; empty while it uses the key of the enrolment
 */
record Membership(
        URI address,
        UUID client,
        String device,
        int epoch,
        String region,
        String platform,
        String platformKey,
        String encryptionKey,
        String authority,
        String secret) {
    private static final String SETTING = "exchange.membership";
    private static final String KEY = "exchange.key";

    static Optional<Membership> find(ExchangeStore store) {
        return store.setting(SETTING).map(text -> {
            var json = JsonValue.parse(text);
            return new Membership(
                    URI.create(json.text("address")),
                    UUID.fromString(json.text("client")),
                    json.text("device"),
                    Math.toIntExact(json.number("epoch")),
                    json.text("region"),
                    json.text("platform"),
                    json.text("platformKey"),
                    json.find("encryptionKey").map(JsonValue::text).orElse(""),
                    json.text("authority"),
                    json.find("secret").map(JsonValue::text).orElse(""));
        });
    }

    /**
     * Checks that the platform signed the encryption key in the answer to an enrolment or a fork for this client.
     *
     * @param platformKey the key that signs, as a JWK
     * @throws AppException REFUSED if the signature does not fit
     */
    static void check(Enrolment.Answer answer, String platformKey) {
        var genuine = parsed(platformKey)
                .verified("enrolment", answer.signed())
                .map(JsonValue::parse)
                .filter(json -> json.text("client").equals(answer.client().toString())
                        && json.text("platform").equals(answer.platform())
                        && json.text("encryptionKey").equals(answer.encryptionKey())
                        && DeviceKey.isForEncryption(answer.encryptionKey()))
                .isPresent();
        if (!genuine) {
            throw new AppException(ErrorCode.REFUSED, "key for encryption not signed", "exchange.encryption-key");
        }
    }

    void keep(ExchangeStore store) {
        store.setting(
                SETTING,
                CanonicalJson.write(Map.of(
                        "address", address.toString(),
                        "client", client.toString(),
                        "device", device,
                        "epoch", epoch,
                        "region", region,
                        "platform", platform,
                        "platformKey", platformKey,
                        "encryptionKey", encryptionKey,
                        "authority", authority,
                        "secret", secret)));
    }

    /** Returns the key of the enrolment. The first call makes and stores it. */
    static DeviceKey key(ExchangeStore store) {
        return key(store, KEY);
    }

    /**
     * Returns the next key of a copy. The first call makes and stores it, so a request whose answer was lost can be
     * repeated.
     */
    static DeviceKey nextKey(ExchangeStore store, int epoch) {
        return key(store, KEY + "." + epoch);
    }

    private static DeviceKey key(ExchangeStore store, String setting) {
        return store.setting(setting).flatMap(DeviceKey::parse).orElseGet(() -> {
            var key = DeviceKey.generate();
            store.setting(setting, key.secret());
            return key;
        });
    }

    /** Returns the key that this device uses now. */
    DeviceKey ownKey(ExchangeStore store) {
        return DeviceKey.parse(secret).orElseGet(() -> key(store));
    }

    /** Returns this membership as its own device. */
    Membership own(Enrolment.Answer answer, DeviceKey key) {
        return new Membership(
                address,
                answer.client(),
                device,
                answer.epoch(),
                region,
                platform,
                platformKey,
                answer.encryptionKey(),
                authority,
                key.secret());
    }

    /** Returns this membership with another encryption key of the platform. */
    Membership sealingTo(String key) {
        return new Membership(address, client, device, epoch, region, platform, platformKey, key, authority, secret);
    }

    DeviceKey pinned() {
        return parsed(platformKey);
    }

    private static DeviceKey parsed(String platformKey) {
        return DeviceKey.parse(platformKey)
                .orElseThrow(() -> new AppException(ErrorCode.FILE_DAMAGED, "pinned key unreadable"));
    }
}
