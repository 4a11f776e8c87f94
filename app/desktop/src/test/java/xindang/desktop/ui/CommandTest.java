package xindang.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class CommandTest {
    @Test
    void ofSeveralOnOneKeyOnlyTheFirstThatIsAllowedCounts() {
        var chosen = new SimpleBooleanProperty();
        var write = Command.of("write", "w", () -> {}).on("Ctrl+Enter").when(chosen);
        var done = Command.of("done", "d", () -> {}).on("Ctrl+Enter");
        var choose = Command.of("choose", "c", () -> {}).on("Ctrl+O");
        var again = Command.of("again", "a", () -> {}).on("Ctrl+O");
        var bare = Command.of("bare", "b", () -> {});
        var all = List.of(write, done, choose, again, bare);

        assertEquals(List.of("done", "choose"), ids(Command.onKeys(all)));
        chosen.set(true);
        assertEquals(List.of("write", "choose"), ids(Command.onKeys(all)));
    }

    private static List<String> ids(List<Command> commands) {
        return commands.stream().map(Command::id).toList();
    }
}
