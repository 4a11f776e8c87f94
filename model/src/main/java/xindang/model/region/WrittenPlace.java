package xindang.model.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import xindang.model.value.PlainText;

/**
 * A way to read the text of a place in a table: the name of a village, and the group behind it.
 *
 * @param village name of the village, perhaps with the units above it
 * @param group canonical group such as {@code 1组}, or a hamlet
 */
public record WrittenPlace(String village, Optional<String> group) {
    private static final Pattern BRACKETS = Pattern.compile("[(\\[【〔]([^()\\[\\]【】〔〕]*)[)\\]】〕]");
    /** 后红村（原红旗大队）: the former name says nothing about the place of today. */
    private static final Pattern FORMER = Pattern.compile("^(?:原|曾用名|曾名|旧称|旧名|又名|俗称|别名|现名?).*");

    private static final Pattern NUMBERED =
            Pattern.compile("(.+?)(第?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:村民小组|村民组|居民小组|居民组|生产队|小组|小队|组|队|社))");
    private static final Pattern HAMLET = Pattern.compile("(.+?(?:村|社区|委会|委员会))([\\p{IsHan}]{1,8}(?:屯|自然屯))");

    /** Returns the readings of a text, the most literal first. The first one that names a village is right. */
    public static List<WrittenPlace> readings(String text) {
        var readings = new ArrayList<WrittenPlace>();
        add(readings, PlainText.compact(text));
        var bare = PlainText.compact(text);
        var brackets = BRACKETS.matcher(bare);
        if (brackets.find()) {
            var inside = brackets.group(1);
            var outside = bare.substring(0, brackets.start()) + bare.substring(brackets.end());
            if (FORMER.matcher(inside).matches()) {
                add(readings, outside);
            } else {
                // 胜利村（杜家镇） and 后红村（1组）
                add(readings, inside + outside);
                add(readings, outside + inside);
            }
        }
        return List.copyOf(readings);
    }

    private static void add(List<WrittenPlace> readings, String text) {
        readings.add(new WrittenPlace(text, Optional.empty()));
        for (var pattern : List.of(NUMBERED, HAMLET)) {
            var parts = pattern.matcher(text);
            if (parts.matches()) {
                VillageGroup.read(parts.group(2))
                        .value()
                        .ifPresent(group -> readings.add(new WrittenPlace(parts.group(1), Optional.of(group.label()))));
            }
        }
    }
}
