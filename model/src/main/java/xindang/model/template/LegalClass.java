package xindang.model.template;

/** The class of an item under 征信业管理条例 article 14. */
public enum LegalClass {
    /** May be collected with the person's consent to the archive. */
    OPEN,
    /** Article 14(2): only after notice of adverse consequences and written consent. */
    CONSENT_NEEDED,
    /** Article 14(1): never. No template may contain such an item; this class is needed to refuse it. */
    FORBIDDEN
}
