package xindang.model.rating;

import java.util.List;
import java.util.Optional;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.json.JsonValue;

/** The available rating forms. Old versions stay available, because old ratings must be recomputed. */
public final class RatingForms {
    private static final List<Shipped> SHIPPED = List.of(
            new Shipped("household-1.json", "58618c6e1f146e94730fd96220aec574b333371cfc29776fc5f4cb2300f68acf"),
            new Shipped("enterprise-1.json", "67e1e2fd6ac8ad32664f270873ddc941ecb2b1e318b34d9cf1ca25377640a5c7"),
            new Shipped("practitioner-1.json", "992085737c3e3188f892da03eca4c7260c32f84f1fa0cb22025f5d67be7d2b90"));

    private final List<RatingForm> forms;

    /** @param forms oldest first */
    public RatingForms(List<RatingForm> forms) {
        this.forms = List.copyOf(forms);
    }

    /**
     * Returns the forms that ship with the program.
     *
     * @throws AppException REFUSED when a form was changed without a new version; old ratings would then be wrong
     */
    public static RatingForms shipped() {
        return new RatingForms(SHIPPED.stream().map(Shipped::form).toList());
    }

    /** A form inside the program and its required digest. */
    record Shipped(String name, String digest) {
        RatingForm form() {
            var form = RatingFormReader.read(JsonValue.resource(RatingForms.class, name));
            if (!form.digest().equals(digest)) {
                throw new AppException(ErrorCode.REFUSED, name + " has digest " + form.digest(), name);
            }
            return form;
        }
    }

    /** Reads one form. */
    public static RatingForm read(String json) {
        return RatingFormReader.read(JsonValue.parse(json));
    }

    public List<RatingForm> all() {
        return forms;
    }

    /** Returns the newest form for records of a type. */
    public Optional<RatingForm> newest(String type) {
        return forms.stream().filter(form -> form.type().equals(type)).reduce((older, newer) -> newer);
    }

    /** Returns the newest version of a form. */
    public Optional<RatingForm> find(String id) {
        return forms.stream().filter(form -> form.id().equals(id)).reduce((older, newer) -> newer);
    }

    /** Returns the form with which a rating was made. */
    public Optional<RatingForm> byDigest(String digest) {
        return forms.stream().filter(form -> form.digest().equals(digest)).findFirst();
    }
}
