package xindang.persistence.search;

import java.util.Set;
import java.util.regex.Pattern;

/** Splits a name into surname and given name, so that a search finds people by either. */
public final class NameParts {
    /** Surnames of two characters that are still in use. */
    static final Set<String> COMPOUND = Set.of(
            "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连", "澹台", "皇甫", "宗政",
            "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于", "司空", "闾丘", "子车", "亓官", "司寇", "巫马",
            "公西", "颛孙", "壤驷", "公良", "漆雕", "乐正", "宰父", "谷梁", "拓跋", "夹谷", "轩辕", "令狐", "段干", "百里", "呼延", "东郭", "南门", "羊舌",
            "微生", "公户", "公玉", "公仪", "梁丘", "公仲", "公上", "公门", "公山", "公坚", "左丘", "公伯", "西门", "公祖", "第五", "公乘", "贯丘", "公皙",
            "南荣", "东里", "东宫", "仲长", "子书", "子桑", "即墨", "达奚", "褚师", "纳兰", "完颜", "富察", "钮祜", "叶赫", "那拉", "爱新", "觉罗");

    private static final Pattern PLACE = Pattern.compile("^(?:黑龙江省?)?(?:哈尔滨市?)?(?:[\\u4e00-\\u9fff]{1,3}?[市区县旗])?");

    private static final int PERSON = 4;

    private NameParts() {}

    /** Returns the surname of a person; empty if the name is not a person's. */
    public static String surnameOf(String name) {
        return key(name).substring(0, surname(name));
    }

    /** Returns the number of characters of the surname; 0 if the name is not a person's. */
    static int surname(String name) {
        var key = key(name);
        var characters = key.codePointCount(0, key.length());
        if (characters < 2 || characters > PERSON) {
            return 0;
        }
        return characters > 2 && COMPOUND.contains(key.substring(0, 2)) ? 2 : key.offsetByCodePoints(0, 1);
    }

    /** Returns a name without its surname; for a firm, without the place at its beginning. */
    static String given(String name) {
        var key = key(name);
        var surname = surname(name);
        if (surname > 0) {
            return key.substring(surname);
        }
        var place = PLACE.matcher(key);
        var remaining = place.find() ? key.substring(place.end()) : key;
        return remaining.equals(key) ? "" : remaining;
    }

    /** Returns a name without spaces and without the dots of minority names. */
    static String key(String name) {
        return name.replace("·", "").replace(" ", "");
    }
}
