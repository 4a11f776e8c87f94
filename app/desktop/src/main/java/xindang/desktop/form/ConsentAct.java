package xindang.desktop.form;

import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import xindang.model.law.ConsentRow;

/** What a person may do about consents, and what each act asks. */
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

    /** The code of table consent-kind by which the act is recorded; a consent with a paper is recorded as one on paper. */
    String kind() {
        return kind;
    }

    Feather icon() {
        return icon;
    }

    /** The fields of a row that the act asks, in order. */
    List<String> fields() {
        return this == GIVE ? OF_A_CONSENT : OF_A_CLOSING;
    }

    /** Words of the act end with this, such as {@code form.act.give}. */
    String key() {
        return switch (this) {
            case GIVE -> "give";
            case REFUSE -> "refuse";
            case WITHDRAW -> "withdraw";
        };
    }
}
