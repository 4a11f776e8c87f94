package xindang.model.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EverydayValuesTest {
    @Test
    void readsPhonesAsPeopleWriteThem() {
        for (String written : List.of(
                "13924649646",
                " 139-2464-9646",
                "139 2464 9646",
                "+86 139 2464 9646",
                "0086-13924649646",
                "8613924649646",
                "（139）24649646",
                "１３９２４６４９６４６",
                "\u202D13924649646\u202C",
                "13924649646.0")) {
            assertEquals("13924649646", Phone.read(written).get().toString(), written);
        }
        for (String written :
                List.of("0451-84512345", "(0451)84512345", "0451 8451 2345", "045184512345", "+86-451-84512345")) {
            assertEquals("0451-84512345", Phone.read(written).get().toString(), written);
        }
        assertEquals("010-62345678-801", Phone.read("010-62345678-801").get().toString());
        assertEquals("010-62345678-801", Phone.read("010-62345678转801").get().toString());
        assertEquals("4008001234", Phone.read("400-800-1234").get().toString());
        assertTrue(Phone.read("12012345678").get().isMobile());
    }

    @Test
    void refusesPhonesThatLackSomething() {
        assertEquals("phone.length", code(Phone.read("1392464964")));
        assertEquals("phone.areacode", code(Phone.read("84512345")));
        assertEquals("phone.several", code(Phone.read("13924649646/13924649647")));
        assertEquals("phone.scientific", code(Phone.read("1.39E+10")));
        assertEquals("phone.lookalike", code(Phone.read("139246496O6")));
        assertEquals("phone.unreadable", code(Phone.read("没有电话")));
        assertEquals("value.blank", code(Phone.read("无")));
    }

    @Test
    void masksPhones() {
        assertEquals("139****9646", Phone.read("13924649646").get().masked());
        assertEquals("0451-****2345", Phone.read("0451-84512345").get().masked());
    }

    @Test
    void readsLandInMu() {
        assertEquals("60.2", area("60.2"));
        assertEquals("12", area("12亩"));
        assertEquals("60", area("4垧"));
        assertEquals("33", area("2垧3亩"));
        assertEquals("3.5", area("3亩5分"));
        assertEquals("22.5", area("1.5公顷"));
        assertEquals("0.3", area("200㎡"));
        assertEquals("0.15", area("100 m2"));
        assertEquals("100", area("100.0"));
        assertEquals("30", Area.read("2", AreaUnit.SHANG).get().toString());
        assertEquals("number.negative", code(Area.read("-2", AreaUnit.MU)));
        assertEquals("number.unit", code(Area.read("5斤", AreaUnit.MU)));
        assertEquals(
                "number.rounded",
                Area.read("1.00005", AreaUnit.MU).notes().get(0).code());
    }

    @Test
    void readsFloorsInSquareMetres() {
        assertEquals("125", FloorArea.read("125㎡").get().toString());
        assertEquals("97.5", FloorArea.read("97.50平方米").get().toString());
        assertEquals("125", FloorArea.find("砖瓦125㎡").get().toString());
        assertEquals("number.unreadable", code(FloorArea.find("砖瓦房")));
        assertEquals("number.several", code(FloorArea.find("砖瓦80㎡,土坯40㎡")));
    }

    @Test
    void readsCountsAndShares() {
        for (String written : List.of("3", "３", "3人", "3 口人", "3.0", "+3")) {
            assertEquals(3, Count.read(written).get().number(), written);
        }
        assertEquals("number.words", code(Count.read("三口")));
        assertEquals("number.negative", code(Count.read("-3")));
        assertEquals("number.fraction", code(Count.read("3.5")));
        assertEquals("number.range", code(Count.read("1000000000")));
        assertEquals("4.35", Percent.read("4.350%").get().toString());
        assertEquals("0.0435", Percent.read("4.35").get().ratio().toPlainString());
        assertEquals("0.435", Percent.read("4.35‰").get().toString());
    }

    @Test
    void readsDatesAsPeopleWriteThem() {
        for (String written : List.of(
                "2026-11-08",
                "2026/11/8",
                "2026.11.8",
                "2026年11月8日",
                "2026年11月8号",
                "20261108",
                "２０２６年１１月８日",
                "二〇二六年十一月八日",
                "2026-11-08 00:00:00",
                "2026-11-08T09:30:00",
                " 2026 年 11 月 8 日 ")) {
            assertEquals(LocalDate.of(2026, 11, 8), PartialDate.readDay(written).get(), written);
        }
        assertEquals("2026-11", PartialDate.read("2026年11月").get().toString());
        assertEquals("2026-11", PartialDate.read("202611").get().toString());
        assertEquals("2026", PartialDate.read("2026年").get().toString());
        assertEquals(LocalDate.of(2024, 2, 29), PartialDate.read("2024-2").get().latest());
        assertTrue(PartialDate.read("长期").get().isLongTerm());
        assertTrue(PartialDate.read("2099年12月31日").get().isLongTerm());
        assertFalse(PartialDate.read("2098-12-31").get().isLongTerm());
    }

    @Test
    void readsAYearOfTwoDigitsWhereOnlyTheLastCenturyHadIt() {
        assertEquals("1985-03", PartialDate.read("85年3月").get().toString());
        assertEquals("1998-05-06", PartialDate.read("98年5月6日").get().toString());
    }

    @Test
    void refusesDatesThatAreUnclearOrImpossible() {
        assertEquals("date.year", code(PartialDate.read("26-11-18")));
        assertEquals("date.year", code(PartialDate.read("26年5月")));
        assertEquals("date.impossible", code(PartialDate.read("2026-02-29")));
        assertEquals("date.impossible", code(PartialDate.read("2026年13月")));
        assertEquals("date.unreadable", code(PartialDate.read("18/11/2026")));
        assertEquals("date.unreadable", code(PartialDate.read("去年冬天")));
        assertEquals("date.incomplete", code(PartialDate.readDay("2026-11")));
    }

    @Test
    void readsADayNumberAmongDatesAndSaysSo() {
        var read = PartialDate.read("45717");
        assertEquals("2025-03-01", read.get().toString());
        assertEquals("date.fromSerial", read.notes().get(0).code());
        assertEquals("date.unreadable", code(PartialDate.read("12345")));
    }

    @Test
    void readsTheDayNumbersOfSpreadsheets() {
        assertEquals("1900-01-01", PartialDate.readSpreadsheetSerial(1).get().toString());
        assertEquals("1900-02-28", PartialDate.readSpreadsheetSerial(59).get().toString());
        assertEquals("date.serial", code(PartialDate.readSpreadsheetSerial(60)));
        assertEquals("1900-03-01", PartialDate.readSpreadsheetSerial(61).get().toString());
        assertEquals(
                "2026-11-18", PartialDate.readSpreadsheetSerial(46344.75).get().toString());
        assertEquals("date.serial", code(PartialDate.readSpreadsheetSerial(Double.NaN)));
    }

    @Test
    void readsNamesOfEveryKind() {
        assertEquals("胡海", PersonName.read("胡\u3000海").get().name());
        assertEquals("name.space", PersonName.read("胡\u3000海").notes().get(0).code());
        assertEquals(List.of(), PersonName.read("廖䶮新 ").notes());
        assertEquals("𬭊娃", PersonName.read("𬭊娃").get().name());
        assertEquals("阿依古丽·买买提", PersonName.read("阿依古丽•买买提").get().name());
        assertEquals("Ivan Petrov", PersonName.read("Ivan  Petrov").get().name());
        assertEquals("name.digit", code(PersonName.read("张三2")));
        assertEquals("name.character", code(PersonName.read("张?明")));
        assertEquals("name.character", code(PersonName.read("张三(户主)")));
        assertEquals("name.length", code(PersonName.read("张")));
        assertEquals("name.length", code(PersonName.read("𬭊")));
        assertEquals("name.placeholder", code(PersonName.read("测试")));
    }

    @Test
    void masksNames() {
        assertEquals("张*", PersonName.read("张明").get().masked());
        assertEquals("张*明", PersonName.read("张小明").get().masked());
        assertEquals("张**明", PersonName.read("张王小明").get().masked());
        assertEquals("欧阳**", PersonName.read("欧阳娜娜").get().masked());
        assertEquals("尉迟*", PersonName.read("尉迟淼").get().masked());
        assertEquals("𬭊*", PersonName.read("𬭊娃").get().masked());
        assertEquals("阿***·***", PersonName.read("阿依古丽·买买提").get().masked());
        assertEquals("欧*", PersonName.read("欧阳").get().masked());
    }

    @Test
    void readsYesAndNo() {
        for (String yes : List.of("有", "是", "√", "Y", "yes", "１")) {
            assertEquals(YesNo.YES, YesNo.read(yes).get(), yes);
        }
        for (String no : List.of("无", "否", "×", "n", "没有", "0")) {
            assertEquals(YesNo.NO, YesNo.read(no).get(), no);
        }
        assertEquals("yesno.unreadable", code(YesNo.read("可能")));
        assertEquals("value.blank", code(YesNo.read("")));
    }

    @Test
    void understandsDivisionCodesOfEveryLength() {
        DivisionCode village = DivisionCode.read("230184101205").get();
        assertEquals(DivisionLevel.VILLAGE, village.level());
        assertEquals("230184101", village.parent().orElseThrow().digits());
        assertEquals(DivisionCode.of("2301"), village.at(DivisionLevel.CITY).orElseThrow());
        assertTrue(DivisionCode.of("230184").contains(village));
        assertFalse(village.contains(DivisionCode.of("230184")));
        assertEquals(DivisionCode.of("23"), DivisionCode.read("230000000000").get());
        assertEquals(DivisionCode.of("2301"), DivisionCode.read("230100").get());
        assertEquals("230184101000", DivisionCode.read("230184101").get().toString());
        assertEquals(
                DivisionCode.of("4419"),
                DivisionCode.of("441900003000").parent().orElseThrow());
        assertEquals("division.length", code(DivisionCode.read("23018")));
        assertEquals("division.province", code(DivisionCode.read("990184")));
        assertEquals("division.nondigit", code(DivisionCode.read("五常市")));
        assertEquals("division.scientific", code(DivisionCode.read("2.30184E+11")));
    }

    @Test
    void masksNothingHalfway() {
        assertEquals("****", new MaskingRule(2, 2).mask("1234"));
        assertEquals("12*45", new MaskingRule(2, 2).mask("12345"));
        assertEquals("******7890", MaskingRule.ACCOUNT.mask("1234567890"));
    }

    private static String area(String text) {
        return Area.read(text, AreaUnit.MU).get().toString();
    }

    private static String code(Parsed<?> reading) {
        return reading.failure()
                .orElseThrow(() -> new AssertionError("was read: " + reading))
                .code();
    }
}
