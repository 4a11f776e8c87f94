package xindang.model.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import xindang.model.value.DivisionCode;
import xindang.model.value.DivisionLevel;

class DivisionsTest {
    private static final Divisions HARBIN = Divisions.harbin();
    private static final DivisionCode WUCHANG = DivisionCode.of("230184");
    private static final DivisionCode LALIN = DivisionCode.of("230184101");
    private static final DivisionCode MINLE = DivisionCode.of("230184211");

    @Test
    void holdsTheWholeCity() {
        DivisionCode city = DivisionCode.of("2301");
        assertEquals("黑龙江省", HARBIN.root().name());
        assertEquals(18, HARBIN.children(city).size());
        assertEquals(
                328,
                HARBIN.children(city).stream()
                        .mapToInt(county -> HARBIN.children(county.code()).size())
                        .sum());
        assertEquals(3158, HARBIN.villagesIn(city).size());
        assertEquals(18, HARBIN.villagesIn(LALIN).size());
    }

    @Test
    void showsAVillageWithItsFullPath() {
        DivisionCode village = DivisionCode.of("230184101205");
        assertEquals("黑龙江省哈尔滨市五常市拉林满族镇双桥村", HARBIN.fullPath(village));
        assertEquals("双桥村", HARBIN.shortName(village));
        assertEquals(5, HARBIN.path(village).size());
        assertEquals(DivisionLevel.TOWNSHIP, HARBIN.path(village).get(3).level());
        assertEquals("230199000000", HARBIN.fullPath(DivisionCode.of("230199")));
    }

    @Test
    void dropsTheCommitteeFromEveryKindOfName() {
        Map<String, String> names = Map.ofEntries(
                Map.entry("双桥村村委会", "双桥村"),
                Map.entry("浓河村委会", "浓河村"),
                Map.entry("伟光村民委员会", "伟光村"),
                Map.entry("南村村委会", "南村"),
                Map.entry("新华村", "新华村"),
                Map.entry("三道村村委会", "三道村"),
                Map.entry("糖厂社区居委会", "糖厂社区"),
                Map.entry("北土社区居民委员会", "北土社区"),
                Map.entry("天鹅湾社区委员会", "天鹅湾社区"),
                Map.entry("金岗湾社区社区居民委员会", "金岗湾社区"),
                Map.entry("上海新村社区", "上海新村社区"),
                Map.entry("浓河居委会", "浓河居委会"),
                Map.entry("红旗农场望哈管理区", "红旗农场望哈管理区"));
        names.forEach((name, usual) -> assertEquals(usual, VillageName.of(name).usual(), name));
    }

    @Test
    void findsAVillageByEachOfItsNames() {
        for (String written : List.of(
                "双桥村村委会",
                "双桥村村",
                "双桥村",
                "双桥",
                "双桥村委会",
                "双桥村民委员会",
                "双桥村村民委员会",
                " 双桥 村 ",
                "拉林满族镇双桥村",
                "拉林镇 双桥",
                "拉林双桥村",
                "五常市拉林满族镇双桥村",
                "黑龙江省哈尔滨市五常市拉林满族镇双桥村村委会",
                "230184101205",
                "２３０１８４１０１２０５")) {
            assertEquals("230184101205", found(written, LALIN), written);
        }
        assertEquals("230184101202", found("镇北村村", LALIN));
        assertEquals("230184101200", found("南老营村村委会", LALIN));
        assertEquals("230184211200", found("富胜村村", MINLE));
        assertEquals("230184211201", found("民乐村村", MINLE));
        assertEquals("230184101205", found("拉林镇双桥", WUCHANG));
    }

    @Test
    void tellsAVillageFromTheCommunityOfItsName() {
        assertEquals("230184101204", found("北土村村", LALIN));
        assertEquals("230184101019", found("北土社区", LALIN));
        Lookup.Ambiguous both = assertInstanceOf(Lookup.Ambiguous.class, HARBIN.village("北土", LALIN));
        assertEquals(2, both.candidates().size());
    }

    @Test
    void asksWhenThereAreSeveralOfTheName() {
        Lookup.Ambiguous several =
                assertInstanceOf(Lookup.Ambiguous.class, HARBIN.village("民乐村", DivisionCode.of("2301")));
        assertTrue(several.candidates().size() > 1, several.toString());
        assertTrue(several.candidates().stream().allMatch(d -> d.shortName().equals("民乐村")));
    }

    @Test
    void leavesUnknownWhatTheTableDoesNotHave() {
        assertUnknown("红星大队", LALIN);
        assertUnknown("红星大队", MINLE);
        assertUnknown("", LALIN);
        assertUnknown("村", LALIN);
        assertUnknown("拉林满族镇", LALIN);
        assertUnknown("230184101", LALIN);
        assertUnknown("230184101999", LALIN);
        assertUnknown("双桥村", DivisionCode.of("110101"));
    }

    @Test
    void findsTheTownshipThatATitleNames() {
        var county = DivisionCode.of("230184");
        assertEquals(
                "拉林满族镇",
                Divisions.harbin()
                        .townshipNamedIn("2026年拉林镇 农户花名册", county)
                        .orElseThrow()
                        .name());
        assertTrue(Divisions.harbin().townshipNamedIn("五常市农户花名册", county).isEmpty());
        assertTrue(
                Divisions.harbin().townshipNamedIn("拉林满族镇、民乐朝鲜族乡农户花名册", county).isEmpty());
    }

    @Test
    void suggestsWhatIsNearInNameOrNextDoor() {
        assertEquals(List.of("镇北村"), suggestions("镇比村", LALIN));
        assertEquals("西黄旗村", suggestions("西黄棋村", LALIN).get(0));
        assertEquals("红光村", suggestions("民乐乡红光村", LALIN).get(0));
        assertTrue(suggestions("社区", LALIN).size() <= 3);
    }

    @Test
    void findsEveryVillageByItsTableNameInItsTownship() {
        for (Division village : HARBIN.villagesIn(DivisionCode.of("23"))) {
            DivisionCode township = village.parent().orElseThrow();
            assertEquals(new Lookup.Found(village), HARBIN.village(village.name(), township));
            assertEquals(new Lookup.Found(village), HARBIN.village(village.shortName(), township));
            assertEquals(new Lookup.Found(village), HARBIN.village(HARBIN.fullPath(village.code()), township));
        }
    }

    @Test
    void findsAVillageByItsFullPathInTheWholeCity() {
        List<String> missed = HARBIN.villagesIn(DivisionCode.of("230184")).stream()
                .filter(village -> !HARBIN.village(HARBIN.fullPath(village.code()), DivisionCode.of("23"))
                        .equals(new Lookup.Found(village)))
                .map(Division::toString)
                .collect(Collectors.toList());
        assertEquals(List.of(), missed);
    }

    @Test
    void readsOnlyTablesOfItsForm() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Divisions.read(new StringReader("code,level,name,parent\n1,2\n")));
        assertThrows(IllegalArgumentException.class, () -> Divisions.read(new StringReader("")));
    }

    @Test
    void bringsGroupsToOneLabel() {
        for (String written : List.of("8组", "八组", "第8组", "08组", "８组", " 8 组", "8", "第八村民小组", "八队", "8社")) {
            assertEquals("8组", VillageGroup.read(written).get().label(), written);
        }
        assertEquals("28组", VillageGroup.read("二十八组").get().label());
        assertEquals("张家屯", VillageGroup.read("张家屯").get().label());
        assertTrue(VillageGroup.read("张家屯").get().number().isEmpty());
        assertEquals(
                "group.number", VillageGroup.read("0组").failure().orElseThrow().code());
        assertEquals(
                "value.blank", VillageGroup.read("").failure().orElseThrow().code());
        assertEquals(
                "group.unreadable",
                VillageGroup.read("abc").failure().orElseThrow().code());
    }

    private static String found(String name, DivisionCode within) {
        return assertInstanceOf(Lookup.Found.class, HARBIN.village(name, within), name)
                .division()
                .code()
                .padded();
    }

    private static void assertUnknown(String name, DivisionCode within) {
        assertInstanceOf(Lookup.Unknown.class, HARBIN.village(name, within), name);
    }

    private static List<String> suggestions(String name, DivisionCode within) {
        return assertInstanceOf(Lookup.Unknown.class, HARBIN.village(name, within)).suggestions().stream()
                .map(Division::shortName)
                .toList();
    }

    @Test
    @Timeout(60)
    void looksForNoVillageInAWholePage() {
        Lookup page = HARBIN.village("长".repeat(1_000_000), LALIN);

        assertEquals(new Lookup.Unknown(List.of()), page);
    }
}
