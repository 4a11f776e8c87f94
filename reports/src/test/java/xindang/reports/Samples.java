package xindang.reports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xindang.model.common.Digest;
import xindang.model.report.ReportContent;
import xindang.model.report.ReportContent.Hero;
import xindang.model.report.ReportContent.Pair;
import xindang.model.report.ReportContent.Subject;
import xindang.model.report.ReportContent.Usage;
import xindang.model.report.Section;
import xindang.model.report.Section.Align;
import xindang.model.report.Section.Axis;
import xindang.model.report.Section.Column;
import xindang.model.report.Section.Facts;
import xindang.model.report.Section.Figures;
import xindang.model.report.Section.Paragraphs;
import xindang.model.report.Section.Radar;
import xindang.model.report.Section.ScoreBlock;
import xindang.model.report.Section.ScoreLine;
import xindang.model.report.Section.Scores;
import xindang.model.report.Section.Table;

/** Invented reports, the first of them the one that the design shows. */
final class Samples {
    private Samples() {}

    static ReportContent household() {
        return household("关庆林", opening());
    }

    /** The report with all parts, more than a page long. */
    static ReportContent fullHousehold() {
        var sections = new ArrayList<>(opening().subList(0, 3));
        sections.add(scores());
        sections.add(radar());
        sections.add(loans(6));
        sections.add(opening().get(3));
        return household("关庆林", sections);
    }

    static ReportContent household(String name, List<Section> sections) {
        var number = "230184101-20261118145206-LL03-0042";
        var data = "{\"name\":\"" + name + "\",\"number\":\"" + number + "\"}";
        return new ReportContent(
                "household",
                "农户信用报告",
                number,
                "五常市拉林满族镇人民政府",
                Instant.parse("2026-11-18T06:52:06Z"),
                Instant.parse("2026-11-18T06:50:00Z"),
                Optional.of(Instant.parse("2026-11-16T09:42:00Z")),
                new Subject("户主", name, "双桥村三组，5 口人", "证件号", "230184********4217"),
                Optional.of(new Hero(
                        "AA",
                        "信用户，守信较好",
                        "86",
                        "100",
                        "2026-11-12 初评",
                        List.of(
                                new Pair("状态", "村评议通过，待公示"),
                                new Pair("有效", "认定后至 2027-12-31"),
                                new Pair("评分表", "农户百分制 2026-1"),
                                new Pair("复算码", "7F3C-91AE")))),
                false,
                sections,
                new Usage("信用户复核", "王海燕", "仅供拉林满族镇三信创建使用", "王海燕\u30002026-11-18 14:52"),
                "本报告由本机档案生成，上次与市平台同步为 2026-11-16 17:42，其后平台上的变动未包括在内。"
                        + "信息来源为入户采集、村评议小组和承包合同台账。对内容有异议，可向拉林满族镇三信办提出，20 日内书面答复。空项印作“— —”。",
                "https://xindang.example/r/" + number + "?d=7F3C91AE",
                data,
                Digest.of(data));
    }

    static List<Section> opening() {
        return List.of(
                new Facts(
                        "农户基本信息",
                        List.of(
                                List.of(pair("户主", "关庆林"), pair("性别", "男"), pair("出生日期", "1974-03-09")),
                                List.of(pair("证件号", "230184********4217"), pair("民族", "满族"), pair("文化程度", "初中")),
                                List.of(pair("住址", "黑龙江省哈尔滨市五常市拉林满族镇双桥村三组"), pair("电话", "138****6053")),
                                List.of(pair("家庭人口", "5 人"), pair("劳动力", "3 人"), pair("常住", "是")),
                                List.of(pair("农户编码", "23018410120503 0127"), pair("建档日期", "2026-09-20")))),
                new Figures(
                        "信用概要",
                        List.of(
                                pair("在贷", "1 笔"),
                                pair("当前逾期", "0"),
                                pair("曾逾期", "1 次"),
                                pair("对外担保", "0"),
                                pair("联保小组", "1 个"),
                                pair("荣誉", "1 项"),
                                pair("不良记录", "0"),
                                pair("异议", "0"))),
                new Table(
                        "生产经营",
                        List.of(
                                new Column("项目", Align.LEFT, 120),
                                new Column("规模", Align.RIGHT, 100),
                                new Column("其中流入", Align.RIGHT, 100),
                                new Column("年限", Align.RIGHT, 110),
                                new Column("说明", Align.LEFT, 212)),
                        List.of(
                                List.of("水稻", "62.0 亩", "33.5 亩", "11 年", "流转合同到 2029-12-31"),
                                List.of("农机", "2 台", "", "", "拖拉机、插秧机各 1 台")),
                        "没有生产经营记录"),
                new Paragraphs(
                        "授权与声明",
                        List.of(
                                pair("授权", "2026-10-22 户主本人签字，同意登记房屋、收支、存款和商业保险，用途为信用户评定，有效至 2028-10-21。"),
                                pair("本人声明", "“2024 年 3 月那笔贷款逾期 9 天，是卖粮款晚到账，已全部还清。”（2026-10-22）"),
                                pair("异议", ""))));
    }

    static Section scores() {
        return new Scores(
                "评分明细",
                List.of(
                        new ScoreBlock(
                                "信用记录",
                                number("32"),
                                number("40"),
                                List.of(
                                        new ScoreLine(
                                                "贷款履约",
                                                "曾逾期 1 次，最长 9 天",
                                                "逾期不超过 30 天且已还清：15 分",
                                                number("15"),
                                                number("20")),
                                        new ScoreLine("对外担保", "0 笔", "没有代偿：10 分", number("10"), number("10")),
                                        new ScoreLine("公共缴费", "没有拖欠", "水电、医保按时缴：7 分", number("7"), number("10")))),
                        new ScoreBlock(
                                "家庭与经营",
                                number("54"),
                                number("60"),
                                List.of(
                                        new ScoreLine(
                                                "人均纯收入",
                                                "21,400.00 元",
                                                "不低于全村平均 1.2 倍：30 分",
                                                number("30"),
                                                number("30")),
                                        new ScoreLine("经营年限", "11 年", "10 年以上：14 分", number("14"), number("15")),
                                        new ScoreLine(
                                                "村评议", "8.7 分（7 人，去高去低）", "评委打分平均：10 分", number("10"), number("15"))))),
                List.of(pair("一票否决", "未触发"), pair("等级上限", "未触发")));
    }

    static Section radar() {
        return new Radar(
                "得分构成",
                List.of(
                        new Axis("信用记录", 0.8, 0.72),
                        new Axis("经营能力", 0.93, 0.7),
                        new Axis("资产状况", 0.75, 0.6),
                        new Axis("道德品行", 0.9, 0.85),
                        new Axis("村评议", 0.67, 0.75)),
                45);
    }

    static Table loans(int rows) {
        var lines = new ArrayList<List<String>>();
        for (int i = 1; i <= rows; i++) {
            lines.add(List.of(
                    "2024-0" + (i % 9 + 1) + "-12",
                    i % 3 == 0 ? "哈尔滨农村商业银行股份有限公司拉林支行，担保方式为三户联保" : "某银行",
                    "30,000.00 元",
                    i % 2 == 0 ? "" : "正常"));
        }
        return new Table(
                "贷款",
                List.of(
                        new Column("放款日", Align.LEFT, 2),
                        new Column("机构", Align.LEFT, 4),
                        new Column("金额", Align.RIGHT, 2),
                        new Column("状态", Align.LEFT, 1)),
                lines,
                "没有贷款");
    }

    static ReportContent enterprise() {
        var number = "XF2301-20261116101533-0007";
        var data = "{\"name\":\"五常市禾润谷丰米业有限公司\",\"number\":\"" + number + "\"}";
        return new ReportContent(
                "enterprise",
                "企业信用报告",
                number,
                "哈尔滨信衡信用评估有限公司",
                Instant.parse("2026-11-16T02:15:33Z"),
                Instant.parse("2026-11-16T02:00:00Z"),
                Optional.empty(),
                new Subject("企业", "五常市禾润谷丰米业有限公司", "", "统一社会信用代码", "91230184MA99XN7Q1D"),
                Optional.of(new Hero(
                        "AA",
                        "信用优良，债务风险较小",
                        "87.4",
                        "100",
                        "依据 GB/T 22116-2008、GB/T 23794-2023",
                        List.of(pair("有效期至", "2027 年 11 月 15 日"), pair("防伪码", "4KX7-92QD-H6MW")))),
                true,
                List.of(opening().get(0), scores(), loans(3)),
                new Usage("招标投标", "李建国", "仅供招标投标使用", "李建国\u30002026-11-16 10:15"),
                "评价依据截至 2026-11-16 的公开与申报信息。",
                "https://xindang.example/r/" + number,
                data,
                Digest.of(data));
    }

    static Pair pair(String label, String value) {
        return new Pair(label, value);
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits);
    }
}
