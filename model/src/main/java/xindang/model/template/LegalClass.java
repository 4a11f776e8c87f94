package xindang.model.template;

/** What 征信业管理条例 article 14 says of an item. */
public enum LegalClass {
    /** May be collected with the person's consent to the archive. */
    OPEN,
    /** Article 14(2): only after notice of adverse consequences and written consent. */
    CONSENT_NEEDED,
    /** Article 14(1): never. No template may hold such a field; the class exists to name the refusal. */
    FORBIDDEN
}
