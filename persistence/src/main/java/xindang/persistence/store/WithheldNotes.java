package xindang.persistence.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import xindang.model.exchange.WithheldChange;
import xindang.model.json.CanonicalJson;
import xindang.model.json.JsonValue;
import xindang.model.law.Withholding;
import xindang.persistence.database.Settings;
import xindang.persistence.ledger.Entry;

/**
 * Notes about values withheld from received changes, stored among the settings of the exchange. There is one note for
 * each change, without values.
 */
final class WithheldNotes {
    private static final String NAME = "withheld.";

    private WithheldNotes() {}

    static Entry.Noted note(WithheldChange change) {
        var places = change.places().stream()
                .map(place -> Map.of("path", place.path(), "hash", place.hash(), "code", place.code()))
                .toList();
        return new Entry.Noted(
                NAME + change.change(), CanonicalJson.write(Map.of("places", places, "reported", change.reported())));
    }

    static List<WithheldChange> read(Connection connection) throws SQLException {
        var prefix = Settings.EXCHANGE + NAME;
        try (var statement = connection.prepareStatement(
                "select name, content from setting where name >= ? and name < ? order by name")) {
            statement.setString(1, prefix);
            statement.setString(2, prefix + "~");
            var found = new ArrayList<WithheldChange>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(change(UUID.fromString(row.getString(1).substring(prefix.length())), row.getString(2)));
                }
            }
            return found;
        }
    }

    private static WithheldChange change(UUID id, String text) {
        var json = JsonValue.parse(text);
        var places = json.list("places").stream()
                .map(place -> new Withholding.Place(place.text("path"), place.text("hash"), place.text("code")))
                .toList();
        return new WithheldChange(id, places, json.is("reported"));
    }
}
