package xindang.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import xindang.model.archive.Conflict;
import xindang.model.testing.Office;

/** For each town of a history an office that begins when all is over. Each household lives in one of the towns. */
final class Witnesses {
    private final Map<String, Office> byTown = new LinkedHashMap<>();
    private final Map<UUID, Office> byRecord = new LinkedHashMap<>();

    Witnesses(History history) {
        history.towns.forEach(town -> byTown.put(town, history.witness(town)));
        for (var record : history.records) {
            var homes = byTown.entrySet().stream()
                    .filter(town -> lives(town.getValue(), town.getKey(), record))
                    .map(Map.Entry::getValue)
                    .toList();
            var known = byTown.values().stream()
                    .anyMatch(office -> office.archives().find(record).isPresent());
            assertEquals(known ? 1 : 0, homes.size(), "towns in which a household lives");
            homes.forEach(home -> byRecord.put(record, home));
        }
    }

    private static boolean lives(Office office, String town, UUID record) {
        return office.archives()
                .find(record)
                .filter(found -> found.region().startsWith(town))
                .isPresent();
    }

    /** Whether a household is anywhere. */
    boolean know(UUID record) {
        return byRecord.containsKey(record);
    }

    /** The office of the town where a household lives; any one when it is nowhere. */
    Office of(UUID record) {
        return byRecord.getOrDefault(record, List.copyOf(byTown.values()).get(0));
    }

    /** Where a household lives that is known. */
    String region(UUID record) {
        return Objects.requireNonNull(byRecord.get(record))
                .archives()
                .find(record)
                .orElseThrow()
                .region();
    }

    /** The conflicts that an office should have. */
    Map<UUID, Conflict> conflicts(Desk desk) {
        return Invariants.conflicts(byTown.values().stream()
                .flatMap(office -> office.conflicts().stream())
                .filter(conflict -> desk.holds(region(conflict.record()))));
    }

    /** The lines that the list of an office should have. */
    Map<UUID, String> listed(Desk desk) {
        var lines = new TreeMap<UUID, String>();
        byTown.values().forEach(office -> Listed.of(office.archives()).forEach((record, line) -> {
            if (desk.holds(region(record))) {
                lines.put(record, line);
            }
        }));
        return lines;
    }

    /** The counts that an office should show, by village. */
    Map<String, String> counts(Desk desk) {
        var lines = new TreeMap<String, String>();
        byTown.values().forEach(office -> Listed.counts(office.archives()).forEach((village, line) -> {
            if (desk.holds(village)) {
                lines.put(village, line);
            }
        }));
        return lines;
    }
}
