package xindang.model.intake;

import java.util.Set;

/** The headings of columns with a unit above the village: a county or a township. */
final class PlaceColumns {
    private static final Set<String> WORDS = Set.of(
            "省", "省份", "市", "地市", "所在市", "县", "区县", "县区", "市县", "县市区", "县市", "市区县", "区县市", "所在县", "所属县", "所在区县", "所属区县",
            "所在县区", "所属县区", "县名", "县名称", "区县名称", "县区名称", "县级", "旗县", "旗县区", "乡镇", "乡", "镇", "乡镇名称", "乡镇名", "所在乡镇",
            "所属乡镇", "乡镇街道", "街道乡镇", "镇街道", "镇街", "乡镇街", "街道", "乡镇办", "镇乡", "镇乡街道", "所在镇", "所属镇", "所在乡", "所属乡", "街道办",
            "街道办事处", "所属街道", "所在街道", "乡镇级", "乡镇场", "县乡", "县乡镇", "户籍乡镇");

    private PlaceColumns() {}

    static boolean isOne(String word) {
        return WORDS.contains(word);
    }
}
