package xindang.model.law;

import java.util.Locale;

/**
 * Kinds of information that may not be collected about a person: 征信业管理条例 article 14(1), and the biometric features of
 * 个人信息保护法 article 28. A message names them in the order of the constants.
 */
enum ForbiddenKind {
    RELIGION,
    GENE,
    FINGERPRINT,
    BLOODTYPE,
    DISEASE,
    BIOMETRIC;

    /** Returns the last part of the code of a message, such as {@code religion}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
