package xindang.model.practice;

import java.util.List;

/** The parts of invented names: common, compound and rare. Programs often fail on rare characters. */
final class InventedNames {
    static final List<String> SURNAMES = List.of(
            "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁",
            "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕", "苏", "卢",
            "蒋", "蔡", "贾", "丁", "魏", "薛", "叶", "阎", "余", "潘", "杜", "戴", "夏", "钟", "汪", "田", "任", "姜", "单", "解", "仇",
            "查", "关", "佟", "那", "金", "朴", "崔");
    static final List<String> COMPOUND_SURNAMES = List.of("欧阳", "诸葛", "尉迟", "上官", "司马");
    static final List<String> MALE = List.of(
            "国", "军", "文", "海", "江", "山", "振", "忠", "志", "庆", "贵", "财", "福", "林", "刚", "明", "波", "生", "祥", "成", "德",
            "义", "宝", "春", "长", "永", "建", "兴", "柱", "彬");
    static final List<String> FEMALE = List.of(
            "秀", "英", "兰", "花", "丽", "艳", "霞", "红", "梅", "芬", "娟", "淑", "玉", "凤", "琴", "香", "月", "晓", "翠", "喜", "雪",
            "敏", "静", "芳", "莲", "云", "娜", "慧", "杰", "洁");
    static final List<String> RARE = List.of("㛃", "䶮", "𬭊", "喆", "堃", "淼", "鑫", "焱", "犇", "祎", "璟", "翀");

    private InventedNames() {}
}
