package xindang.model.archive;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The texts of one record, by path, that a person typed and that are not saved. An empty text is a field that the
 * person cleared. A path is in one of the two maps only; {@code typing} takes precedence.
 *
 * @param left texts of fields that the person has left and that could not be saved
 * @param typing texts of fields that the person has not left yet
 */
public record Unsaved(Map<String, String> left, Map<String, String> typing) {
    public static final Unsaved NONE = new Unsaved(Map.of(), Map.of());

    public Unsaved {
        typing = Map.copyOf(typing);
        var others = new TreeMap<>(left);
        others.keySet().removeAll(typing.keySet());
        left = Map.copyOf(others);
    }

    public boolean isEmpty() {
        return left.isEmpty() && typing.isEmpty();
    }

    /** Returns every text, by path. */
    public Map<String, String> all() {
        var all = new TreeMap<>(left);
        all.putAll(typing);
        return all;
    }

    /** Returns these texts together with those of another; the other takes precedence. */
    public Unsaved with(Unsaved other) {
        var kept = without(other.all()::containsKey);
        var bothLeft = new TreeMap<>(kept.left);
        bothLeft.putAll(other.left);
        var bothTyping = new TreeMap<>(kept.typing);
        bothTyping.putAll(other.typing);
        return new Unsaved(bothLeft, bothTyping);
    }

    /** Returns these texts without those of some paths. */
    public Unsaved without(Predicate<String> path) {
        var fewerLeft = new TreeMap<>(left);
        fewerLeft.keySet().removeIf(path);
        var fewerTyping = new TreeMap<>(typing);
        fewerTyping.keySet().removeIf(path);
        return new Unsaved(fewerLeft, fewerTyping);
    }
}
