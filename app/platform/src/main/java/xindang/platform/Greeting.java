package xindang.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import xindang.model.exchange.Hello;
import xindang.model.exchange.Protocol;
import xindang.model.json.CanonicalJson;
import xindang.model.template.Template;
import xindang.model.template.Templates;
import xindang.model.wire.ExchangeJson;

/**
 * Writes the greeting of the platform. The platform signs its time and its encryption key in it, so they cannot be
 * replaced on the way.
 */
final class Greeting {
    private final Identity identity;
    private final Templates templates;
    private final Clock clock;

    Greeting(Identity identity, Templates templates, Clock clock) {
        this.identity = identity;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * Returns the greeting as JSON.
     *
     * @param nonce a random text of the caller, at most 64 characters; it becomes part of the signed data
     * @throws Refused 400 if the nonce is longer
     */
    String hello(String nonce) {
        if (nonce.length() > 64) {
            throw Refused.of(400, "request.unreadable");
        }
        var now = Instant.ofEpochMilli(clock.millis());
        var signed = identity.sign(
                "hello",
                CanonicalJson.write(Map.of(
                        "platform", identity.platform(),
                        "epoch", identity.epoch(),
                        "encryptionKey", identity.encryptionKey(),
                        "time", now.toString(),
                        "nonce", nonce)));
        return ExchangeJson.write(new Hello(
                Protocol.VERSION,
                templates.subjects().stream().map(Greeting::version).toList(),
                Hello.Limits.standard(),
                identity.platform(),
                identity.epoch(),
                identity.encryptionKey(),
                now,
                signed));
    }

    private static Hello.TemplateVersion version(Template template) {
        return new Hello.TemplateVersion(template.ref(), template.digest());
    }
}
