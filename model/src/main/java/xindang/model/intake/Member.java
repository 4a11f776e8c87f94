package xindang.model.intake;

import java.util.List;
import java.util.Map;

/**
 * A member of a household that was read.
 *
 * @param name name as written
 * @param values canonical values, by the id of the item
 * @param consentValues values of consent-needed items, by the id of the item
 * @param consentWarnings warnings about such items by their id; they contain the text of the cell
 */
record Member(
        SheetRow row,
        String name,
        Map<String, String> values,
        Map<String, String> consentValues,
        Map<String, List<Problem>> consentWarnings,
        List<Problem> warnings,
        List<Problem> rejections) {
    String value(String id) {
        return values.getOrDefault(id, "");
    }

    boolean isChild() {
        return value(MemberGroup.UNDER_14).equals("true");
    }
}
