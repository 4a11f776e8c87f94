package xindang.persistence.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import xindang.model.archive.Unsaved;
import xindang.model.common.AppException;
import xindang.model.exchange.ExchangeStore;
import xindang.model.wire.ContentJson;
import xindang.persistence.database.Database;
import xindang.persistence.database.Settings;
import xindang.persistence.disk.Failures;

/** Unsaved texts of earlier builds. They are stored among the settings of the exchange, and therefore in the ledger. */
public final class OldDrafts {
    private static final String NAME = "draft.";
    private static final String TYPING = ".typing";

    private final Database database;
    private final ExchangeStore settings;

    public OldDrafts(Database database, ExchangeStore settings) {
        this.database = database;
        this.settings = settings;
    }

    /** Returns the unsaved texts by place, without unreadable ones. */
    public Map<String, Unsaved> read() {
        var drafts = new TreeMap<String, Unsaved>();
        for (var name : names()) {
            var isTyping = name.endsWith(TYPING);
            var place = name.substring(NAME.length(), name.length() - (isTyping ? TYPING.length() : 0));
            var texts = texts(settings.setting(name).orElse(""));
            var found = isTyping ? new Unsaved(Map.of(), texts) : new Unsaved(texts, Map.of());
            drafts.merge(place, found, (left, typing) -> left.with(typing));
        }
        return drafts;
    }

    /** Empties the settings. The ledger keeps the earlier sealed bytes. */
    public void empty() {
        names().forEach(name -> settings.setting(name, ""));
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        try (var connection = database.connection();
                var statement =
                        connection.prepareStatement("select name from setting where name like ? and content <> ''")) {
            statement.setString(1, Settings.EXCHANGE + NAME + "%");
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1).substring(Settings.EXCHANGE.length()));
                }
            }
        } catch (SQLException e) {
            throw Failures.of("read old drafts", e);
        }
        names.sort(String::compareTo);
        return names;
    }

    private static Map<String, String> texts(String json) {
        try {
            return ContentJson.read(json).asMap();
        } catch (AppException e) {
            return Map.of();
        }
    }
}
