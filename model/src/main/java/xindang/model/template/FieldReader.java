package xindang.model.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import xindang.model.common.Violation;
import xindang.model.region.Lookup;
import xindang.model.value.Area;
import xindang.model.value.AreaUnit;
import xindang.model.value.Count;
import xindang.model.value.CreditCode;
import xindang.model.value.DivisionCode;
import xindang.model.value.Estimate;
import xindang.model.value.FloorArea;
import xindang.model.value.Money;
import xindang.model.value.MoneyUnit;
import xindang.model.value.Parsed;
import xindang.model.value.PartialDate;
import xindang.model.value.Percent;
import xindang.model.value.PersonName;
import xindang.model.value.Phone;
import xindang.model.value.PlainText;
import xindang.model.value.ResidentNumber;
import xindang.model.value.SpokenNumber;
import xindang.model.value.YesNo;

/**
 * Reads written texts into the canonical text of a field, without guessing. An unreadable text is a failure with its
 * reason. An empty text fails with {@code value.blank}.
 */
public final class FieldReader {
    private static final int LINE = 500;
    private static final int NOTE = 10_000;
    private static final int JSON = 256 * 1024;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n]]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u3000]+");
    private static final Pattern LIST = Pattern.compile("[,，、;；/|\\n]+");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");
    private static final Pattern REMARK =
            Pattern.compile("(.*[0-9０-９一二三四五六七八九十].*?)\\s*[(（](?:其中|含|包括|包含|内含)[^()（）]*[)）]");
    private static final Pattern NO_AMOUNT = Pattern.compile("(?:无|没有|未|无任何)(?:贷款|存款|借款|欠款|负债|收入|支出|土地|耕地|流转|承包地)");
    private static final Pattern YEARLY = Pattern.compile("\\s*(?:[/／每]|一)年$");
    /** A number in the words of a code: 逾期30天, 水稻50亩. */
    private static final Pattern QUANTITY =
            Pattern.compile("[0-9]+(?:\\.[0-9]+)?(?:个月|天|日|月|年|次|期|亩|垧|头|只|户|人|元|万元|多|余)+");

    private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d\\d)(?:年度?|年建)?");

    private FieldReader() {}

    /**
     * Reads a text for a field of a template.
     *
     * @return the canonical text as described by {@link FieldType}
     */
    public static Parsed<String> read(Template template, Field field, String text, ReadingContext context) {
        if (text.isBlank()) {
            return Parsed.failed("value.blank");
        }
        if (text.length() > longest(field.type())) {
            return tooLong(field, longest(field.type()));
        }
        return switch (field.type()) {
            case TEXT -> line(field, text);
            case NOTE -> note(field, text);
            case COUNT ->
                remarked(text, context, (number, at) -> Count.read(number)
                        .map(count -> BigDecimal.valueOf(count.number())));
            case DECIMAL -> decimal(field, text);
            case MONEY, AREA ->
                isZero(field, text)
                        ? Parsed.ok(field.type() == FieldType.MONEY ? "0.00" : "0")
                        : number(field, text, context);
            case BALANCE ->
                remarked(
                        yearly(text), context, (number, at) -> money(number, at).map(Money::amount));
            case FLOOR_AREA -> canonical(FloorArea.read(text));
            case DATE -> canonical(PartialDate.read(text));
            case YEAR -> year(text);
            case YES_NO -> canonical(YesNo.read(text));
            case CODE -> code(template, field, text);
            case CODES -> codes(template, field, text);
            case PERSON_NAME -> canonical(PersonName.read(text));
            case RESIDENT_NUMBER -> canonical(ResidentNumber.read(text, context.today()));
            case CREDIT_CODE -> canonical(CreditCode.read(text));
            case PHONE -> canonical(Phone.read(text));
            case DIVISION -> division(text, context);
            case REFERENCE -> reference(text);
            case JSON -> Parsed.ok(text);
            case GROUP -> Parsed.failed("field.group", field.label());
        };
    }

    /** Reads a number of a document that is no citizen's number: letters, digits and hyphens, upper case. */
    public static Parsed<String> readOtherNumber(String text) {
        var number = PlainText.compact(text).toUpperCase(java.util.Locale.ROOT);
        if (PlainText.isEmptyValue(text)) {
            return Parsed.failed("value.blank");
        }
        return number.matches("[A-Z0-9()-]{4,30}") ? Parsed.ok(number) : Parsed.failed("field.number", text.strip());
    }

    /** Reads a text of one line with a maximum length. */
    public static Parsed<String> readLine(Field field, String text, int longest) {
        return plain(field, oneLine(text), longest);
    }

    /** Returns whether a text is one line in its stored form. */
    public static boolean isLine(String text) {
        return oneLine(text).equals(text);
    }

    /**
     * Returns the maximum length of a text to read. Longer texts are noise, and some numbers of a million digits take
     * hours.
     */
    private static int longest(FieldType type) {
        return switch (type) {
            case TEXT, NOTE, CODES -> 10 * NOTE;
            case JSON -> JSON;
            default -> LINE;
        };
    }

    private static <T> Parsed<String> canonical(Parsed<T> reading) {
        return reading.map(Object::toString);
    }

    private static Parsed<String> line(Field field, String text) {
        return plain(field, oneLine(text), LINE);
    }

    /**
     * Returns the stored form of a text of one line: without control characters, each run of spaces replaced by one
     * space.
     */
    public static String oneLine(String text) {
        return SPACES.matcher(CONTROL.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    private static Parsed<String> note(Field field, String text) {
        var lines =
                CONTROL.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
        return plain(field, lines.strip(), NOTE);
    }

    private static Parsed<String> plain(Field field, String text, int limit) {
        if (text.isEmpty()) {
            return Parsed.failed("value.blank");
        }
        if (text.length() > limit) {
            return tooLong(field, limit);
        }
        return Parsed.ok(text);
    }

    private static Parsed<String> tooLong(Field field, int limit) {
        return Parsed.failed("field.long", field.label(), Integer.toString(limit));
    }

    private static Parsed<String> decimal(Field field, String text) {
        if (PlainText.isEmptyValue(text)) {
            return Parsed.failed("value.blank");
        }
        if (field.unit().equals("%")) {
            return canonical(Percent.read(text));
        }
        var compact = PlainText.compact(text);
        var bare = compact.endsWith(field.unit())
                ? compact.substring(0, compact.length() - field.unit().length())
                : compact;
        if (!DECIMAL.matcher(bare).matches()) {
            return Parsed.failed(bare.startsWith("-") ? "number.negative" : "number.unreadable", text.strip());
        }
        var number = new BigDecimal(bare).stripTrailingZeros();
        return Parsed.ok((number.scale() < 0 ? number.setScale(0) : number).toPlainString());
    }

    private static Parsed<Money> money(String text, ReadingContext context) {
        var money = Money.read(text, moneyUnit(context.unit()));
        return money.isOk() && !money.get().isYuan()
                ? Parsed.failed("field.money.foreign", text.strip(), money.get().currency())
                : money;
    }

    private static Parsed<BigDecimal> notNegative(String text, Parsed<Money> money) {
        return money.isOk() && money.get().isNegative()
                ? Parsed.failed("number.negative", text.strip())
                : money.map(Money::amount);
    }

    /** Reads an exact number of a field from a text. */
    private interface Exact extends BiFunction<String, ReadingContext, Parsed<BigDecimal>> {}

    /** Returns whether a text says that there is no debt or no land: 无贷款, or 无 where a rating fears a high number. */
    private static boolean isZero(Field field, String text) {
        var words = PlainText.compact(text);
        var isPlain = field.type() == FieldType.AREA || field.cautious() == Field.Cautious.HIGH;
        return NO_AMOUNT.matcher(words).matches()
                || (isPlain && Set.of("无", "没有").contains(words));
    }

    private static Parsed<String> number(Field field, String text, ReadingContext context) {
        return field.type() == FieldType.MONEY
                ? remarked(yearly(text), context, (number, at) -> notNegative(number, money(number, at)))
                : remarked(text, context, (number, at) -> Area.read(number, areaUnit(at.unit()))
                        .map(Area::mu));
    }

    /** Reads a number with a part of it in brackets behind it: 10.5亩（其中水田5亩）. The part is reported and not stored. */
    private static Parsed<String> remarked(String text, ReadingContext context, Exact exact) {
        var read = estimated(text, context, exact);
        var parts = REMARK.matcher(text.strip());
        if (read.isOk() || !parts.matches()) {
            return read;
        }
        var whole = estimated(parts.group(1), context, exact);
        return whole.isOk() ? Parsed.ok(whole.get(), Violation.of("number.remark", text.strip(), whole.get())) : read;
    }

    /** Returns an amount without the words for a year: 1.2万 for 1.2万/年. */
    private static String yearly(String text) {
        return YEARLY.matcher(text.strip()).replaceFirst("");
    }

    /** Reads an exact number, or else an approximate number or a range, in the words of people or in canonical form. */
    private static Parsed<String> estimated(String text, ReadingContext context, Exact exact) {
        var number = exact.apply(text, context);
        if (number.isOk()) {
            return number.map(BigDecimal::toPlainString);
        }
        var stored = Estimate.of(text.strip()).filter(estimate -> !estimate.isExact());
        if (stored.isPresent()) {
            return stored.filter(estimate -> isRight(estimate, context, exact))
                    .map(estimate -> Parsed.ok(estimate.toString()))
                    .orElseGet(() -> Parsed.failed("number.unreadable", text.strip()));
        }
        return spoken(text, context, exact)
                .map(estimate -> Parsed.ok(worded(estimate, text.strip(), context, exact)))
                .orElseGet(() -> Parsed.failed(number.failure().orElseThrow()));
    }

    /** Returns whether a stored estimate has valid ends, and words that mean exactly these. */
    private static boolean isRight(Estimate stored, ReadingContext context, Exact exact) {
        var plain = context.withUnit("");
        var low = exact.apply(stored.low().toPlainString(), plain);
        var high = exact.apply(stored.high().toPlainString(), plain);
        return low.isOk()
                && high.isOk()
                && low.get().toPlainString().equals(stored.low().toPlainString())
                && high.get().toPlainString().equals(stored.high().toPlainString())
                && (stored.words().isEmpty()
                        || spoken(stored.words(), plain, exact)
                                .map(number -> number.toString().equals(wordless(stored)))
                                .orElse(false));
    }

    private static String wordless(Estimate estimate) {
        return new Estimate(estimate.low(), estimate.high(), estimate.about(), "").toString();
    }

    private static Optional<Estimate> spoken(String text, ReadingContext context, Exact exact) {
        return SpokenNumber.read(text).flatMap(number -> {
            var low = exact.apply(number.low(), context);
            var high = number.high().map(end -> exact.apply(end, context)).orElse(low);
            return low.isOk() && high.isOk() && low.get().compareTo(high.get()) <= 0
                    ? Optional.of(
                            number.high().isPresent()
                                    ? Estimate.between(low.get(), high.get(), "")
                                    : new Estimate(low.get(), low.get(), number.about(), ""))
                    : Optional.empty();
        });
    }

    /** Adds the words of the person, if they mean the same without the unit of a heading. */
    private static String worded(Estimate estimate, String words, ReadingContext context, Exact exact) {
        var sameAlone = spoken(words, context.withUnit(""), exact).equals(Optional.of(estimate));
        return estimate.isExact() || !sameAlone || words.indexOf('|') >= 0 || words.indexOf('\n') >= 0
                ? estimate.toString()
                : new Estimate(estimate.low(), estimate.high(), estimate.about(), words).toString();
    }

    private static MoneyUnit moneyUnit(String unit) {
        return switch (unit) {
            case "万元", "万", "万元人民币" -> MoneyUnit.TEN_THOUSAND_YUAN;
            case "千元" -> MoneyUnit.THOUSAND_YUAN;
            case "亿元" -> MoneyUnit.HUNDRED_MILLION_YUAN;
            default -> MoneyUnit.YUAN;
        };
    }

    private static AreaUnit areaUnit(String unit) {
        return switch (unit) {
            case "垧", "晌" -> AreaUnit.SHANG;
            case "公顷" -> AreaUnit.HECTARE;
            case "㎡", "平方米" -> AreaUnit.SQUARE_METRE;
            default -> AreaUnit.MU;
        };
    }

    private static Parsed<String> year(String text) {
        var year = YEAR.matcher(PlainText.compact(text));
        if (year.matches()) {
            return Parsed.ok(year.group(1));
        }
        return PartialDate.read(text).map(date -> Integer.toString(date.year()));
    }

    private static Parsed<String> code(Template template, Field field, String text) {
        var code = find(template, field, text);
        if (code.isPresent()) {
            return Parsed.ok(code.get());
        }
        var bare = QUANTITY.matcher(PlainText.compact(text)).replaceAll("");
        var counted = bare.equals(PlainText.compact(text)) ? Optional.<String>empty() : find(template, field, bare);
        if (counted.isPresent()) {
            return Parsed.ok(counted.get(), counted(template, field, text, counted.get()));
        }
        return PlainText.isEmptyValue(text)
                ? Parsed.failed("value.blank")
                : Parsed.failed("field.code", text.strip(), field.label());
    }

    private static Parsed<String> codes(Template template, Field field, String text) {
        var whole = find(template, field, text);
        if (whole.isPresent()) {
            return Parsed.ok(whole.get());
        }
        if (PlainText.isEmptyValue(text)) {
            return Parsed.failed("value.blank");
        }
        var codes = new TreeSet<String>();
        var unknown = new ArrayList<Violation>();
        for (var part : LIST.split(text)) {
            if (!part.isBlank()) {
                find(template, field, part)
                        .or(() -> find(
                                template,
                                field,
                                QUANTITY.matcher(PlainText.compact(part)).replaceAll("")))
                        .ifPresentOrElse(
                                codes::add, () -> unknown.add(Violation.of("field.code", part.strip(), field.label())));
            }
        }
        return unknown.isEmpty() && !codes.isEmpty()
                ? Parsed.ok(String.join(",", codes))
                : Parsed.failed(
                        unknown.isEmpty() ? Violation.of("field.code", text.strip(), field.label()) : unknown.get(0));
    }

    private static Violation counted(Template template, Field field, String text, String code) {
        var label = field.table()
                .flatMap(template::table)
                .flatMap(table -> table.label(code))
                .orElse(code);
        return Violation.of("field.code.quantity", text.strip(), label);
    }

    private static Optional<String> find(Template template, Field field, String text) {
        return field.table().flatMap(template::table).flatMap(table -> table.find(text));
    }

    private static Parsed<String> division(String text, ReadingContext context) {
        if (context.divisions().village(text, context.within()) instanceof Lookup.Found found) {
            return Parsed.ok(found.division().code().padded());
        }
        var code = DivisionCode.read(text);
        return code.isOk() && context.divisions().find(code.get()).isPresent()
                ? Parsed.ok(code.get().padded())
                : Parsed.failed(
                        "field.division", text.strip(), context.divisions().fullPath(context.within()));
    }

    private static Parsed<String> reference(String text) {
        try {
            return Parsed.ok(UUID.fromString(text.strip()).toString());
        } catch (IllegalArgumentException e) {
            return Parsed.failed("field.reference", text.strip());
        }
    }
}
