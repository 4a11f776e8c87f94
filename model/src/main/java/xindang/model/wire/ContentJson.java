package xindang.model.wire;

import java.util.HashMap;
import xindang.model.archive.Content;
import xindang.model.json.CanonicalJson;
import xindang.model.json.JsonValue;

/** A content as one JSON object from path to text. */
public final class ContentJson {
    private ContentJson() {}

    public static String write(Content content) {
        return CanonicalJson.write(content.asMap());
    }

    public static Content read(String json) {
        var values = new HashMap<String, String>();
        JsonValue.parse(json).members().forEach((path, value) -> values.put(path, value.text()));
        return Content.of(values);
    }
}
