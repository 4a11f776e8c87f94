package xindang.model.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ContentTest {
    private static final List<String> PATHS = List.of(
            "a.x",
            "a.y",
            "a-b.x",
            "a.g.r1.v",
            "a.g.r1.w",
            "a.g.r1-1.v",
            "a.g.r10.v",
            "a.g.r2.v",
            "a.gg.r1.v",
            "ab.x",
            "b.g.r1.v");

    /** Beside a map that is changed value by value, over seeded contents whose paths share beginnings. */
    @Test
    void saysWhatAMapWouldSay() {
        var random = new Random(20);
        for (var round = 0; round < 2_000; round++) {
            var before = values(random);
            var after = values(random);
            var content = Content.of(before);
            assertEquals(before, content.asMap());
            assertEquals(List.copyOf(before.keySet()), content.paths());
            assertEquals(before.size(), content.size());
            for (var path : PATHS) {
                assertEquals(Optional.ofNullable(before.get(path)), content.get(path));
                assertEquals(before.getOrDefault(path, ""), content.text(path));
            }
            for (var block : List.of("a", "ab", "a-b", "b", "c")) {
                assertEquals(
                        before.keySet().stream().anyMatch(p -> p.startsWith(block + ".")), content.hasBlock(block));
            }
            for (var group : List.of("a.g", "a.gg", "b.g", "c.g", "a.x")) {
                var rows = new LinkedHashSet<String>();
                before.keySet().stream()
                        .filter(p -> p.startsWith(group + "."))
                        .forEach(p -> rows.add(p.split("\\.")[2]));
                assertEquals(List.copyOf(rows), content.rows(group));
            }
            var changes = new ArrayList<>(content.changesTo(Content.of(after)));
            for (var change : changes) {
                assertEquals(Optional.ofNullable(before.get(change.path())), change.before());
                assertEquals(Optional.ofNullable(after.get(change.path())), change.after());
                assertFalse(change.before().equals(change.after()));
            }
            Collections.shuffle(changes, random);
            assertEquals(Content.of(after), content.with(changes), "in any order");
            assertTrue(Content.of(after).isMadeBy(Content.EMPTY.changesTo(Content.of(after))));
            assertFalse(Content.of(after).isMadeBy(List.of(FieldChange.set("a.x", "other"))));
            var united = new TreeMap<>(before);
            united.putAll(after);
            assertEquals(Content.of(united), content.with(after));
        }
    }

    @Test
    void keepsNoEmptyValue() {
        var content = Content.of(Map.of("a.x", "1", "a.y", ""));
        assertEquals(Map.of("a.x", "1"), content.asMap());
        assertEquals(Content.EMPTY, content.with("a.x", ""));
        assertEquals(Content.EMPTY, content.with(Map.of("a.x", "")));
        assertEquals(content, content.with("b.x", null));
    }

    private static SortedMap<String, String> values(Random random) {
        var values = new TreeMap<String, String>();
        for (var path : PATHS) {
            if (random.nextInt(3) == 0) {
                values.put(path, Integer.toString(random.nextInt(3)));
            }
        }
        return values;
    }
}
