package xindang.desktop.form;

import java.util.Map;

/**
 * Keeps what was typed and could not be saved yet, so that closing the window loses nothing: a new archive without a
 * number, a value that is wrong. Called away from the screen thread.
 */
public interface DraftBox {
    /** An archive that does not exist yet has no line in any list: its draft waits for the next new one of its kind. */
    static String ofNew(String type) {
        return "new:" + type;
    }

    /** Beside what could not be saved: what is being typed into a field that nobody has left yet. */
    static String beingTyped(String archive) {
        return archive + ".typing";
    }

    /** What was typed for an archive, by path; empty when nothing waits. */
    Map<String, String> read(String archive);

    /** Keeps what was typed; an empty map takes it away. */
    void keep(String archive, Map<String, String> typed);
}
