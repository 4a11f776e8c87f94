package xindang.model.practice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import xindang.model.region.Division;
import xindang.model.region.Divisions;
import xindang.model.value.DivisionCode;

/**
 * The roster of a practice town: invented households in the layout that offices use. It has a title, a note, a total
 * and a few wrong rows, so that a beginner sees how the program handles them.
 */
public final class PracticeRoster {
    /** 拉林满族镇 of 五常市: thirteen villages. */
    public static final DivisionCode TOWN = DivisionCode.of("230184101");

    /** Index of the header row. */
    public static final int HEADER = 2;

    private static final List<String> HEADINGS = List.of(
            "序号",
            "行政村",
            "村民小组",
            "户主姓名",
            "户主身份证号",
            "联系电话",
            "家庭人口",
            "劳动力人数",
            "文化程度",
            "是否常住",
            "承包耕地(亩)",
            "流转入土地(亩)",
            "主要经营项目",
            "经营年限",
            "家庭年总收入(元)",
            "家庭年总支出(元)",
            "存款(元)",
            "贷款余额(元)",
            "有无逾期",
            "房屋结构及面积",
            "农机具",
            "农业保险参保险种",
            "养老保险",
            "医疗保险",
            "获得荣誉",
            "不良信用记录",
            "不良记录核查日期",
            "有无对外担保",
            "备注");
    private static final List<String> TRADES =
            List.of("水稻种植", "玉米种植", "大豆种植", "蔬菜大棚", "木耳栽培", "生猪养殖", "肉牛养殖", "外出务工", "农机服务", "个体经营");
    private static final List<String> SCHOOLS = List.of("小学", "初中", "初中", "初中", "高中", "大专");
    private static final List<String> MACHINES = List.of("", "", "", "拖拉机1台", "插秧机1台", "拖拉机1台、播种机1台", "收割机1台", "轿车1辆");
    private static final List<String> CROPS = List.of("", "水稻", "玉米", "大豆", "水稻、玉米");
    private static final List<String> HONOURS = List.of("五好家庭", "文明家庭", "致富带头人");
    private static final List<String> WALLS = List.of("砖混", "砖瓦", "土坯");

    private final Invented invented;
    private final LocalDate today;

    /** @param today the day on which ages are counted */
    public PracticeRoster(long seed, LocalDate today) {
        this.invented = new Invented(seed, today);
        this.today = today;
    }

    /**
     * Returns the rows of the sheet, with the header at {@link #HEADER}.
     *
     * @param households number of correct rows; three wrong rows follow
     */
    public List<List<String>> rows(int households) {
        var villages = Divisions.harbin().villagesIn(TOWN).stream()
                .filter(village -> village.name().contains("村委会"))
                .toList();
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(Divisions.harbin().shortName(TOWN) + "农户信用信息采集花名册（练习用，人物均为虚构）"));
        rows.add(List.of(
                "填报日期：" + today.getYear() + "年" + today.getMonthValue() + "月" + today.getDayOfMonth() + "日　单位：元、亩"));
        rows.add(HEADINGS);
        for (var n = 1; n <= households; n++) {
            rows.add(household(n, villages.get((n - 1) % villages.size())));
        }
        rows.add(spoiled(households + 1, villages.get(0), 4, number -> number.substring(0, 17) + wrong(number)));
        rows.add(spoiled(households + 2, villages.get(1), 1, village -> "红星大队"));
        rows.add(spoiled(households + 3, villages.get(2), 4, number -> ""));
        rows.add(List.of("合计"));
        return rows;
    }

    private static char wrong(String number) {
        return number.charAt(17) == '5' ? '6' : '5';
    }

    private List<String> spoiled(int n, Division village, int column, java.util.function.UnaryOperator<String> spoil) {
        var row = new ArrayList<>(household(n, village));
        row.set(column, spoil.apply(row.get(column)));
        return row;
    }

    private List<String> household(int n, Division village) {
        var head = invented.person(24, 76);
        var people = invented.between(1, 6);
        var workers = Math.min(people, invented.between(0, 4));
        var land = invented.between(80, 900);
        var leased = invented.chance(30) ? invented.between(10, 200) : 0;
        var income = 8_000 * people + 350 * (land / 10 + leased) + 1_000 * invented.between(0, 90);
        var expense = income * invented.between(40, 85) / 100;
        var loan = invented.chance(45) ? 10_000 * invented.between(1, 20) : 0;
        var late = loan > 0 && invented.chance(8);
        return List.of(
                Integer.toString(n),
                village.name(),
                invented.between(1, 8) + "组",
                head.name().toString(),
                head.number().toString(),
                head.phone().toString(),
                Integer.toString(people),
                Integer.toString(workers),
                invented.oneOf(SCHOOLS),
                invented.chance(92) ? "是" : "否",
                land / 10 + "." + land % 10,
                Integer.toString(leased),
                invented.oneOf(TRADES),
                Integer.toString(invented.between(1, 25)),
                Integer.toString(income),
                Integer.toString(expense),
                invented.chance(60) ? Integer.toString(5_000 * invented.between(0, 40)) : "0",
                Integer.toString(loan),
                late ? "有" : "无",
                invented.oneOf(WALLS) + invented.between(50, 180) + "㎡",
                invented.oneOf(MACHINES),
                invented.oneOf(CROPS),
                invented.chance(80) ? "是" : "否",
                invented.chance(95) ? "是" : "否",
                invented.chance(12) ? invented.oneOf(HONOURS) : "",
                late ? "贷款逾期" + invented.between(5, 120) + "天" : "",
                invented.chance(80) ? today.minusDays(invented.between(1, 60)).toString() : "",
                invented.chance(90) ? "无" : "",
                "");
    }
}
