package xindang.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import xindang.model.common.Digest;
import xindang.model.report.ReportContent;
import xindang.model.report.ReportContent.Hero;
import xindang.model.report.ReportContent.Pair;
import xindang.model.report.ReportContent.Subject;
import xindang.model.report.ReportContent.Usage;
import xindang.model.report.Section;
import xindang.model.report.Section.Align;
import xindang.model.report.Section.Column;

/** Household reports of a village of invented people. All differ; each has about three pages. */
final class InventedReports {
    private static final String SURNAMES = "关佟那赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张";
    private static final String GIVEN = "庆林淑珍玉海燕春秀兰德宝文军志祥景东长胜新艳山振库琴福贵全有仁义";
    private static final String[] CROPS = {"水稻", "玉米", "大豆", "黏玉米", "大棚蔬菜", "木耳", "肉牛", "生猪"};
    private static final String[] BLOCKS = {"家庭基本", "资产与经营", "收入与偿债", "信用记录", "遵纪守法与村风"};
    private static final Instant ISSUED = Instant.parse("2026-11-18T06:52:06Z");

    private final Random random = new Random(20261118);

    List<ReportContent> households(int count) {
        var reports = new ArrayList<ReportContent>();
        for (int i = 1; i <= count; i++) {
            reports.add(household(i));
        }
        return reports;
    }

    private ReportContent household(int serial) {
        var name = name();
        var number = "230184101-20261118145206-LL039F2C-%04d".formatted(serial);
        var data = "{\"name\":\"" + name + "\",\"number\":\"" + number + "\",\"trace\":\"" + "7f3c91ae".repeat(400)
                + "\"}";
        return new ReportContent(
                "household",
                "农户信用报告",
                number,
                "五常市拉林满族镇人民政府",
                ISSUED,
                ISSUED,
                Optional.empty(),
                new Subject("户主", name, "双桥村三组，" + (1 + random.nextInt(7)) + " 口人", "证件号", identity()),
                Optional.of(new Hero(
                        "AA",
                        "信用户，守信较好",
                        String.valueOf(80 + random.nextInt(10)),
                        "100",
                        "2026-11-12 初评",
                        List.of(
                                new Pair("状态", "村评议通过，待公示"),
                                new Pair("有效", "认定后至 2027-12-31"),
                                new Pair("复算码", "7F3C-91AE")))),
                false,
                List.of(basics(name), scores(), table("土地与生产经营", 4), table("贷款", 5), table("家庭成员", 6), words()),
                new Usage("信用户复核", "王海燕", "仅供拉林满族镇三信创建使用", "王海燕\u30002026-11-18 14:52"),
                "本报告由本机档案生成，还没有与市平台同步过。对内容有异议，可向拉林满族镇三信办提出，20 日内书面答复。",
                "https://xindang.example/r/" + number + "?d=7f3c91ae7f3c91ae",
                data,
                Digest.of(data));
    }

    private Section basics(String name) {
        return new Section.Facts(
                "农户基本信息",
                List.of(
                        List.of(new Pair("户主", name), new Pair("性别", "男"), new Pair("出生日期", "1974-03-09")),
                        List.of(new Pair("证件号", identity()), new Pair("民族", "满族"), new Pair("文化程度", "初中")),
                        List.of(new Pair("住址", "黑龙江省哈尔滨市五常市拉林满族镇双桥村三组"), new Pair("电话", "138****6053")),
                        List.of(new Pair("家庭人口", "5 人"), new Pair("劳动力", "3 人"), new Pair("常住", "是"))));
    }

    private Section scores() {
        var blocks = new ArrayList<Section.ScoreBlock>();
        for (var label : BLOCKS) {
            var lines = new ArrayList<Section.ScoreLine>();
            for (int i = 0; i < 4; i++) {
                lines.add(new Section.ScoreLine(
                        CROPS[random.nextInt(CROPS.length)] + "规模",
                        random.nextInt(90) + ".5 亩",
                        "不低于本村平均的 0.8 倍，不足 1.2 倍",
                        BigDecimal.valueOf(random.nextInt(5)),
                        BigDecimal.valueOf(5)));
            }
            blocks.add(new Section.ScoreBlock(label, BigDecimal.valueOf(15), BigDecimal.valueOf(20), lines));
        }
        return new Section.Scores("评分明细", blocks, List.of(new Pair("否决", "5 条都没有触发")));
    }

    private Section table(String title, int rows) {
        var lines = new ArrayList<List<String>>();
        for (int i = 0; i < rows; i++) {
            lines.add(List.of(
                    name(),
                    CROPS[random.nextInt(CROPS.length)],
                    "%,d.00 元".formatted(1000 * random.nextInt(90)),
                    "合同到 20" + (27 + random.nextInt(9)) + "-12-31，三户联保，按季结息"));
        }
        return new Section.Table(
                title,
                List.of(
                        new Column("姓名", Align.LEFT, 2),
                        new Column("项目", Align.LEFT, 2),
                        new Column("金额", Align.RIGHT, 2),
                        new Column("说明", Align.LEFT, 4)),
                lines,
                "没有登记");
    }

    private static Section words() {
        return new Section.Paragraphs(
                "授权与声明",
                List.of(
                        new Pair("授权", "2026-10-22 户主本人签字，同意登记房屋、收支、存款和商业保险，用途为信用户评定，有效至 2028-10-21。"),
                        new Pair("异议", "")));
    }

    private String name() {
        return one(SURNAMES) + one(GIVEN) + one(GIVEN);
    }

    private String identity() {
        return "230184********%04d".formatted(random.nextInt(10_000));
    }

    private String one(String from) {
        int at = random.nextInt(from.length());
        return from.substring(at, at + 1);
    }
}
