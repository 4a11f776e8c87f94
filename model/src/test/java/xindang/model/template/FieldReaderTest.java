package xindang.model.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.model.common.Violation;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.value.DivisionCode;

class FieldReaderTest {
    private static final ShippedTemplates TEMPLATES = ShippedTemplates.load();
    private static final ReadingContext CONTEXT =
            new ReadingContext(LocalDate.of(2026, 11, 18), Divisions.harbin(), DivisionCode.of("230113107"), "");

    @ParameterizedTest
    @CsvSource({
        "head.people, 5人, 5",
        "head.phone, 139 4511-2786, 13945112786",
        "head.name, 胡　海, 胡海",
        "head.number, 23011219900101123 3, 230112199001011233",
        "head.sex, 女, 2",
        "head.ethnic, 满, 11",
        "head.ethnic, 满族, 11",
        "head.ethnic, 11, 11",
        "head.education, 大专, 30",
        "head.education, 初中, 70",
        "head.marriage, 已婚, 20",
        "head.resident, 是, true",
        "head.special, 党员、退役军人, 'party,veteran'",
        "head.special, 退役军人 , veteran",
        "land.contracted, 4垧, 60",
        "land.contracted, 62.50, 62.5",
        "finance.overdue, 无, none",
        "finance.overdue, 有, now",
        "insurance.agricultural, 玉米, maize",
        "insurance.agricultural, 大豆；水稻, 'rice,soybean'",
        "finance.loanBalance, 19万, 190000.00",
        "file.openedOn, 2026年9月, 2026-09",
        "income.years.*.year, 2025年度, 2025",
        "income.years.*.net, -1200, -1200.00",
        "family.members.*.relation, 妻, 12",
        "family.members.*.relation, 母亲, 52",
        "house.houses.*.structure, 砖瓦, brick-tile",
        "house.houses.*.area, 125㎡, 125",
        "finance.loans.*.rate, 4.35%, 4.35",
        "crops.plots.*.yield, 650公斤/亩, 650",
        "crops.main, '  玉米　种植 ', 玉米 种植",
    })
    void householdsAreReadAsPeopleWriteThem(String path, String text, String canonical) {
        assertEquals(canonical, read("household", path, text, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "registration.type, 有限责任公司 国有企业, llc-state",
        "registration.type, '有限责任公司 港、澳、台', llc-hmt",
        "registration.established, 2019/1/2, 2019-01-02",
        "capital.registered, 50万元人民币, 500000.00",
        "capital.registered, 80(万元), 800000.00",
        "figures.years.*.netProfit, -3.5万元, -35000.00",
    })
    void enterprisesAreReadAsTheRegisterWritesThem(String path, String text, String canonical) {
        assertEquals(canonical, read("enterprise", path, text, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "income.years.*.totalIncome, 五六万, '', 50000.00..60000.00|五六万",
        "income.years.*.totalIncome, 五六, 万元, 50000.00..60000.00",
        "income.years.*.totalIncome, 约三万, '', ~30000.00|约三万",
        "income.years.*.totalIncome, 3万左右, '', ~30000.00|3万左右",
        "income.years.*.totalIncome, 10-12万, '', 100000.00..120000.00|10-12万",
        "income.years.*.totalIncome, 8千到1万元, '', 8000.00..10000.00|8千到1万元",
        "income.years.*.totalIncome, 七八千, '', 7000.00..8000.00|七八千",
        "income.years.*.totalIncome, 三万多, '', 30000.00..40000.00|三万多",
        "income.years.*.totalIncome, 三万五, '', 35000.00",
        "income.years.*.totalIncome, 一万两千块, '', 12000.00",
        "income.years.*.totalIncome, 一百二十万, '', 1200000.00",
        "income.years.*.net, 两三千, '', 2000.00..3000.00|两三千",
        "land.contracted, 约3亩, '', ~3|约3亩",
        "land.contracted, 两垧三, '', 33",
        "land.contracted, 大概两垧三, '', ~33|大概两垧三",
        "land.contracted, 十七八亩, '', 17..18|十七八亩",
        "land.contracted, 二十多亩, '', 20..30|二十多亩",
        "land.contracted, 十几亩, '', 11..19|十几亩",
        "land.contracted, 20多, 亩, 20..30|20多",
        "head.people, 三口, '', 3",
        "head.people, 三四口人, '', 3..4|三四口人",
    })
    void numbersAreReadAsPeopleSayThem(String path, String text, String unit, String canonical) {
        assertEquals(canonical, read("household", path, text, unit));
    }

    @Test
    void whatIsShownOfAnEstimateIsReadAsTheSame() {
        var household = TEMPLATES.get("household");
        for (var path : List.of("income.years.*.totalIncome", "land.contracted", "head.people")) {
            for (var said : List.of("约3", "3-5", "三四", "20多", "十几", "两", "约 12", "30~50")) {
                var canonical = read("household", path, said, "");
                var field = household.field(path).orElseThrow();
                assertEquals(canonical, read("household", path, canonical, ""), said);
                var shown = new FieldText(household, Audience.OFFICE, code -> code).show(field, canonical);
                assertEquals(
                        canonical.replaceAll("\\|.*", ""),
                        read("household", path, shown, "").replaceAll("\\|.*", ""),
                        shown);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "income.years.*.totalIncome, 7.5, 万元, 75000.00",
        "income.years.*.totalIncome, 75000元, 万元, 75000.00",
        "land.contracted, 4, 垧, 60",
        "finance.deposits, 150000, '', 150000.00",
    })
    void theUnitOfTheHeadingCountsWhereTheCellSaysNone(String path, String text, String unit, String canonical) {
        assertEquals(canonical, read("household", path, text, unit));
    }

    @ParameterizedTest
    @CsvSource({
        "head.ethnic, 火星族, field.code",
        "head.special, '党员、火星人', field.code",
        "income.years.*.totalIncome, -300, number.negative",
        "income.years.*.totalIncome, 五万以上, number.approximate",
        "income.years.*.totalIncome, 几万, number.approximate",
        "income.years.*.totalIncome, '50000.00..40000.00', number.several",
        "income.years.*.totalIncome, '~50000.00|六万', number.unreadable",
        "income.years.*.totalIncome, '~50000.00|有事没事', number.unreadable",
        "finance.deposits, 20万美元, field.money.foreign",
        "file.village, 火星村, field.division",
        "house.houses, 砖瓦, field.group",
        "crops.plots.*.yield, 很多, number.unreadable",
        "head.residence, ' ', value.blank",
    })
    void whatCannotBeReadSaysWhy(String path, String text, String code) {
        assertEquals(code, read("household", path, text, ""));
    }

    @Test
    void nothingWrittenIsBlankNotWrong() {
        assertEquals("value.blank", read("enterprise", "registration.type", "N/A", ""));
        assertEquals("value.blank", read("enterprise", "capital.registered", "N/A", ""));
        assertEquals("value.blank", read("household", "honours.items.*.level", "无", ""));
    }

    @Test
    void everyCodeIsReadByCodeLabelAndAlias() {
        for (var template : TEMPLATES.subjects()) {
            for (var block : template.blocks()) {
                for (var field : block.fields()) {
                    everyCode(template, field);
                    field.fields().forEach(inner -> everyCode(template, inner));
                }
            }
        }
    }

    private static void everyCode(Template template, Field field) {
        field.table().flatMap(template::table).ifPresent(table -> table.entries()
                .forEach(entry -> {
                    assertEquals(entry.code(), text(template, field, entry.code()), table.id());
                    assertEquals(entry.code(), text(template, field, entry.label()), table.id());
                    entry.aliases()
                            .forEach(alias -> assertEquals(entry.code(), text(template, field, alias), table.id()));
                }));
    }

    private static String read(String type, String path, String text, String unit) {
        var template = TEMPLATES.get(type);
        var reading = FieldReader.read(template, template.field(path).orElseThrow(), text, CONTEXT.withUnit(unit));
        return reading.value()
                .orElseGet(() -> reading.failure().map(Violation::code).orElse(""));
    }

    private static String text(Template template, Field field, String text) {
        return FieldReader.read(template, field, text, CONTEXT).value().orElse("unread: " + text);
    }
}
