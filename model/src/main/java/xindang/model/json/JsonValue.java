package xindang.model.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/**
 * A parsed JSON value. Reading a missing member or a wrong kind throws {@link ErrorCode#UNREADABLE}, because the shape
 * of files and network data is never trusted.
 */
public final class JsonValue {
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final JsonNode node;
    private final String where;

    private JsonValue(JsonNode node, String where) {
        this.node = node;
        this.where = where;
    }

    public static JsonValue parse(String text) {
        try {
            return new JsonValue(MAPPER.readTree(text), "$");
        } catch (JsonProcessingException e) {
            throw new AppException(ErrorCode.UNREADABLE, "not JSON", e);
        }
    }

    /** Returns a stream of the tokens of a text, for texts that are read too often for a tree. */
    public static JsonParser parser(String text) throws IOException {
        return MAPPER.getFactory().createParser(text);
    }

    public static JsonValue parse(byte[] bytes) {
        return parse(new String(bytes, StandardCharsets.UTF_8));
    }

    /** Reads a JSON resource that ships with the program. */
    public static JsonValue resource(Class<?> beside, String name) {
        try (var in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name + " beside " + beside.getName());
            }
            return parse(in.readAllBytes());
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "resource " + name, e);
        }
    }

    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    public JsonValue at(String name) {
        var child = node.get(name);
        if (child == null || child.isNull()) {
            throw unreadable(name, "missing");
        }
        return new JsonValue(child, where + "." + name);
    }

    public Optional<JsonValue> find(String name) {
        return has(name) ? Optional.of(at(name)) : Optional.empty();
    }

    public String text(String name) {
        return at(name).text();
    }

    public String text(String name, String otherwise) {
        return find(name).map(JsonValue::text).orElse(otherwise);
    }

    public String text() {
        if (!node.isTextual()) {
            throw unreadable("", "text expected");
        }
        return node.textValue();
    }

    public long number(String name) {
        return at(name).number();
    }

    public OptionalLong findNumber(String name) {
        return has(name) ? OptionalLong.of(number(name)) : OptionalLong.empty();
    }

    public long number() {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw unreadable("", "whole number expected");
        }
        return node.longValue();
    }

    /** Returns true only when the member is present and true. */
    public boolean is(String name) {
        return find(name).map(value -> value.node.asBoolean(false)).orElse(false);
    }

    /** Returns the elements of an array member; none when it is missing. */
    public List<JsonValue> list(String name) {
        return find(name).map(JsonValue::list).orElse(List.of());
    }

    public List<JsonValue> list() {
        if (!node.isArray()) {
            throw unreadable("", "array expected");
        }
        var values = new ArrayList<JsonValue>(node.size());
        for (var i = 0; i < node.size(); i++) {
            values.add(new JsonValue(node.get(i), where + "[" + i + "]"));
        }
        return values;
    }

    public List<String> texts(String name) {
        return list(name).stream().map(JsonValue::text).toList();
    }

    /** Returns the members of an object in their order. */
    public Map<String, JsonValue> members() {
        if (!node.isObject()) {
            throw unreadable("", "object expected");
        }
        var members = new LinkedHashMap<String, JsonValue>();
        node.properties().forEach(e -> members.put(e.getKey(), new JsonValue(e.getValue(), where + "." + e.getKey())));
        return members;
    }

    /** Returns whether this value has members. */
    public boolean isObject() {
        return node.isObject();
    }

    public boolean isText() {
        return node.isTextual();
    }

    public boolean isArray() {
        return node.isArray();
    }

    /** Returns the canonical JSON of this value. Refuses decimals. */
    public String canonical() {
        return CanonicalJson.write(plain(node));
    }

    /** Returns the members as plain maps, lists, texts and numbers, for writing them again. */
    public Map<String, Object> plainMembers() {
        var members = new LinkedHashMap<String, Object>();
        members().forEach((name, value) -> {
            var plain = plain(value.node);
            if (plain != null) {
                members.put(name, plain);
            }
        });
        return members;
    }

    private static @Nullable Object plain(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (node.isObject()) {
            var map = new LinkedHashMap<String, @Nullable Object>();
            node.properties().forEach(e -> map.put(e.getKey(), plain(e.getValue())));
            return map;
        }
        if (node.isArray()) {
            var list = new ArrayList<@Nullable Object>(node.size());
            node.forEach(element -> list.add(plain(element)));
            return list;
        }
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        throw new AppException(ErrorCode.UNREADABLE, "no canonical form for " + node.getNodeType());
    }

    /** Makes the exception for a wrong value. Its message begins with the position of the value. */
    public AppException unreadable(String why) {
        return unreadable("", why);
    }

    /** Returns the position in the text: {@code $.blocks[1].indicators[0].rule}. */
    public String where() {
        return where;
    }

    private AppException unreadable(String name, String why) {
        return new AppException(ErrorCode.UNREADABLE, where + (name.isEmpty() ? "" : "." + name) + ": " + why);
    }
}
