package xindang.desktop.form;

import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import xindang.model.law.ConsentRow;

/** An act that a person records about consents, and the fields of the act. */
enum ConsentAct {
    GIVE(ConsentRow.SIGNED, Feather.EDIT_3),
    REFUSE(ConsentRow.REFUSED, Feather.SLASH),
    WITHDRAW(ConsentRow.WITHDRAWN, Feather.ROTATE_CCW);

    private static final List<String> OF_A_CONSENT =
            List.of("use", "receiver", "purpose", "blocks", "noticeAt", "signedAt", "until", "reference");
    private static final List<String> OF_A_CLOSING =
            List.of("use", "receiver", "blocks", "signedAt", "reference", "reason");

    private final String kind;
    private final Feather icon;

    ConsentAct(String kind, Feather icon) {
        this.kind = kind;
        this.icon = icon;
    }

    /** Returns the code of table consent-kind. A consent with a paper gets the code for paper when it is recorded. */
    String kind() {
        return kind;
    }

    Feather icon() {
        return icon;
    }

    /** Returns the fields of a consent row that the act asks for, in order. */
    List<String> fields() {
        return this == GIVE ? OF_A_CONSENT : OF_A_CLOSING;
    }

    /** Returns the last part of the message keys of the act, such as {@code give} in {@code form.act.give}. */
    String key() {
        return switch (this) {
            case GIVE -> "give";
            case REFUSE -> "refuse";
            case WITHDRAW -> "withdraw";
        };
    }
}
