package xindang.model.template;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import xindang.model.archive.Content;
import xindang.model.value.Estimate;
import xindang.model.value.MaskingRule;
import xindang.model.value.PersonName;
import xindang.model.value.PersonalNumbers;
import xindang.model.value.Phone;

/**
 * Formats canonical values for people: the label of a code, 元 with thousands, 41.5 亩, 是 and 否, 长期. Masks them for
 * readers who do not need the complete value.
 */
public final class FieldText {
    private static final String LONG_TERM = "2099-12-31";
    private static final String HIDDEN = "***";

    private final Template template;
    private final Audience audience;
    private final UnaryOperator<String> divisionName;

    /** @param divisionName returns the name of a division by its code of 12 digits */
    public FieldText(Template template, Audience audience, UnaryOperator<String> divisionName) {
        this.template = template;
        this.audience = audience;
        this.divisionName = divisionName;
    }

    public Template template() {
        return template;
    }

    /** Returns the text of the value at a path, empty when there is none. */
    public String show(Content content, String path) {
        return content.get(path).map(value -> show(path, value)).orElse("");
    }

    /** Returns the text of a canonical value of the field at a path. Returns a value of an unknown field unchanged. */
    public String show(String path, String value) {
        return template.field(path).map(field -> show(field, value)).orElse(value);
    }

    public String show(Field field, String value) {
        if (value.isEmpty()) {
            return "";
        }
        if (audience == Audience.PUBLIC && (field.type() == FieldType.MONEY || field.type() == FieldType.BALANCE)) {
            return HIDDEN;
        }
        return switch (field.masking()) {
            case NONE -> plain(field, value);
            case NAME -> audience == Audience.PUBLIC ? maskedName(value) : value;
            case NUMBER -> maskedNumber(value);
            case PHONE -> maskedPhone(value);
            case LAST_FOUR -> isInside() ? value : MaskingRule.ACCOUNT.mask(value);
            case HIDDEN -> isInside() ? plain(field, value) : HIDDEN;
        };
    }

    /**
     * Returns the canonical value at a path for scripts. Masks numbers and phones as on the screen, also inside a text
     * and in values of unknown fields.
     */
    public String value(String path, String value) {
        if (audience == Audience.SELF) {
            return value;
        }
        var field = template.field(path);
        return switch (field.map(Field::masking).orElse(Masking.NONE)) {
            case NUMBER -> maskedNumber(value);
            case PHONE -> maskedPhone(value);
            case NONE, NAME, LAST_FOUR, HIDDEN ->
                field.isEmpty() || isWords(field.get()) ? PersonalNumbers.masked(value) : value;
        };
    }

    /** Returns the text of {@link #show(String, String)} with the numbers inside it masked. */
    public String shortened(String path, String value) {
        var isWords = template.field(path).filter(field -> !isWords(field)).isEmpty();
        var shown = show(path, value);
        return isWords && audience != Audience.SELF ? PersonalNumbers.masked(shown) : shown;
    }

    private static boolean isWords(Field field) {
        return field.type() == FieldType.TEXT || field.type() == FieldType.NOTE || field.type() == FieldType.JSON;
    }

    /** Returns the text with its unit; for a table with the unit in its heading use {@link #bare}. */
    private String plain(Field field, String value) {
        var text = bare(field, value);
        var hasWords =
                Estimate.of(value).filter(number -> !number.words().isEmpty()).isPresent();
        var unit = hasWords && field.type().isEstimated() ? "" : field.unit();
        return unit.isEmpty() || unit.equals("%") ? text + unit : text + " " + unit;
    }

    /** Returns the unmasked text without the unit. */
    public String bare(Field field, String value) {
        return switch (field.type()) {
            case MONEY, BALANCE -> estimated(value, FieldText::amount);
            case AREA, COUNT -> estimated(value, UnaryOperator.identity());
            case YES_NO -> value.equals("true") ? "是" : "否";
            case CODE -> label(field, value);
            case CODES ->
                Arrays.stream(value.split(",")).map(code -> label(field, code)).collect(Collectors.joining("、"));
            case DATE -> value.equals(LONG_TERM) ? "长期" : value;
            case DIVISION -> divisionName.apply(value);
            case TEXT,
                    NOTE,
                    DECIMAL,
                    FLOOR_AREA,
                    YEAR,
                    PERSON_NAME,
                    RESIDENT_NUMBER,
                    CREDIT_CODE,
                    PHONE,
                    REFERENCE,
                    JSON,
                    GROUP -> value;
        };
    }

    /** Returns an estimate in the person's own words, such as 五六万, otherwise 约 67,000 or 50,000 至 60,000. */
    private static String estimated(String value, UnaryOperator<String> number) {
        var estimate = Estimate.of(value);
        if (estimate.isEmpty()) {
            return value;
        }
        var known = estimate.get();
        if (!known.words().isEmpty()) {
            return known.words();
        }
        var low = number.apply(known.low().toPlainString());
        return known.isRange()
                ? low + " 至 " + number.apply(known.high().toPlainString())
                : known.about() ? "约 " + low : low;
    }

    private static String amount(String value) {
        var amount = new BigDecimal(value);
        var whole = amount.stripTrailingZeros().scale() <= 0;
        return new DecimalFormat(whole ? "#,##0" : "#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(amount);
    }

    private String label(Field field, String code) {
        return field.table()
                .flatMap(template::table)
                .flatMap(table -> table.label(code))
                .orElse(code);
    }

    private String maskedName(String value) {
        return PersonName.read(value).value().map(PersonName::masked).orElse(HIDDEN);
    }

    private String maskedNumber(String value) {
        return switch (audience) {
            case SELF -> value;
            case OFFICE, RECIPIENT -> MaskingRule.RESIDENT_INTERNAL.mask(value);
            case PUBLIC -> MaskingRule.RESIDENT_PUBLIC.mask(value);
        };
    }

    private String maskedPhone(String value) {
        return switch (audience) {
            case SELF -> value;
            case OFFICE, RECIPIENT ->
                Phone.read(value).value().map(Phone::masked).orElse(HIDDEN);
            case PUBLIC -> HIDDEN;
        };
    }

    private boolean isInside() {
        return audience == Audience.SELF || audience == Audience.OFFICE;
    }
}
