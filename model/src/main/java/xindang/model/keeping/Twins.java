package xindang.model.keeping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.ArchiveStore.Known;
import xindang.model.region.Territory;
import xindang.model.template.Templates;

/**
 * Finds archives of one type with the same document number. Each office refuses a number that its archive already has,
 * but two offices can import the same roster. Subjects that moved out and numbers marked 待核 do not count.
 */
public final class Twins {
    private final ArchiveStore store;
    private final Templates templates;

    public Twins(ArchiveStore store, Templates templates) {
        this.store = store;
        this.templates = templates;
    }

    /** Returns the other archives with the number of this one. */
    public List<Known> of(ArchiveRecord record) {
        return templates
                .get(record.template())
                .subject()
                .flatMap(subject -> record.content().get(subject.number()))
                .map(number -> among(record.type(), Optional.of(number)))
                .map(twins -> twins.getOrDefault(record.id(), List.of()))
                .orElse(List.of());
    }

    /** Returns, for each archive of a type that shares its number, the other archives with that number. */
    public Map<UUID, List<Known>> of(String type) {
        return among(type, Optional.empty());
    }

    /**
     * An archive that shares its number.
     *
     * @param region code of its place
     */
    public record Twin(UUID id, String number, String region) {}

    /** Returns the archives of a type that share a number, ordered by number. */
    public List<Twin> listed(String type) {
        var twins = of(type).keySet();
        return store.sharing(type, Optional.empty()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(shared -> shared.getValue().stream()
                        .filter(known -> twins.contains(known.id()))
                        .map(known -> new Twin(known.id(), shared.getKey(), known.region())))
                .toList();
    }

    private Map<UUID, List<Known>> among(String type, Optional<String> number) {
        var territory = Territory.of(store.region());
        var found = new HashMap<UUID, List<Known>>();
        for (var sharing : store.sharing(type, number).values()) {
            var live = sharing.stream()
                    .filter(known -> territory.holds(known.region()) && !isUnverified(known.id()))
                    .toList();
            for (var known : live) {
                var others = live.stream().filter(other -> !other.equals(known)).toList();
                if (!others.isEmpty()) {
                    found.put(known.id(), others);
                }
            }
        }
        return found;
    }

    private boolean isUnverified(UUID id) {
        return store.find(id)
                .filter(record -> templates
                        .get(record.template())
                        .subject()
                        .flatMap(subject -> subject.unverified())
                        .filter(mark -> record.content().text(mark).equals("true"))
                        .isPresent())
                .isPresent();
    }
}
