package xindang.cli.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xindang.model.json.CanonicalJson;

/** A JSON object under construction. An absent value becomes null, so no member is ever missing. */
public final class Json {
    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    public Json put(String name, String text) {
        members.put(name, text);
        return this;
    }

    public Json put(String name, Optional<String> text) {
        members.put(name, text.orElse(null));
        return this;
    }

    public Json put(String name, long number) {
        members.put(name, number);
        return this;
    }

    public Json flag(String name, Boolean value) {
        members.put(name, value);
        return this;
    }

    public Json put(String name, Json object) {
        members.put(name, object.members);
        return this;
    }

    public Json texts(String name, List<String> texts) {
        members.put(name, List.copyOf(texts));
        return this;
    }

    public Json objects(String name, List<Json> objects) {
        var all = new ArrayList<Object>();
        objects.forEach(object -> all.add(object.members));
        members.put(name, all);
        return this;
    }

    /** Returns the object of a map. Its values are texts or whole numbers. */
    public static Json of(Map<String, ?> values) {
        var json = new Json();
        values.forEach(json.members::put);
        return json;
    }

    @Override
    public String toString() {
        return CanonicalJson.write(members);
    }
}
