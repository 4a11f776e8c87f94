package xindang.desktop.form;

import java.util.Map;

/**
 * What was not saved when a form was closed.
 *
 * @param refused left, and not taken
 * @param typing never left
 */
record Draft(Map<String, String> refused, Map<String, String> typing) {
    static Draft read(DraftBox box, String archive) {
        return new Draft(box.read(archive), box.read(DraftBox.beingTyped(archive)));
    }

    boolean isEmpty() {
        return refused.isEmpty() && typing.isEmpty();
    }
}
