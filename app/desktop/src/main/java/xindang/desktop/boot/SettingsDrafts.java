package xindang.desktop.boot;

import java.util.Map;
import java.util.TreeMap;
import xindang.desktop.form.DraftBox;
import xindang.model.archive.Content;
import xindang.model.exchange.ExchangeStore;
import xindang.model.json.ContentJson;

/** Keeps drafts among the small texts of the archive, where they are encrypted like all else. */
final class SettingsDrafts implements DraftBox {
    private final ExchangeStore settings;

    SettingsDrafts(ExchangeStore settings) {
        this.settings = settings;
    }

    @Override
    public Map<String, String> read(String archive) {
        return settings.setting(name(archive))
                .filter(text -> !text.isEmpty())
                .map(text -> (Map<String, String>)
                        new TreeMap<>(ContentJson.read(text).asMap()))
                .orElse(Map.of());
    }

    @Override
    public void keep(String archive, Map<String, String> typed) {
        if (typed.isEmpty() && settings.setting(name(archive)).isEmpty()) {
            return;
        }
        settings.setting(name(archive), typed.isEmpty() ? "" : ContentJson.write(Content.of(typed)));
    }

    private static String name(String archive) {
        return "draft." + archive;
    }
}
