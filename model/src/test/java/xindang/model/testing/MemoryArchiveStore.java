package xindang.model.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.Draft;
import xindang.model.archive.Durability;
import xindang.model.archive.Erased;
import xindang.model.archive.Erasing;
import xindang.model.archive.Page;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;
import xindang.model.archive.SaveReceipt;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.RecordRegion;
import xindang.model.template.Templates;

/** An archive in memory for tests of use cases: it keeps records and changes, and searches nothing but regions. */
public final class MemoryArchiveStore implements ArchiveStore {
    private static final UUID PERSON = new UUID(5, 1);

    private final Templates templates = ShippedTemplates.load();
    private final Map<UUID, ArchiveRecord> records = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Erased> erasures = new ArrayList<>();
    private int saves;

    /** Number of calls of save. */
    public int saves() {
        return saves;
    }

    @Override
    public String device() {
        return "LL-03-9f2c";
    }

    /** The last save: whoever saved knew which day it was. */
    @Override
    public Optional<Instant> sureTime() {
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(changes.get(changes.size() - 1).at());
    }

    @Override
    public String region() {
        return "";
    }

    /** A later version of the program writes a part of a record, as an exchange would bring it. */
    public void seal(UUID id) {
        var record = find(id).orElseThrow();
        records.put(
                id,
                new ArchiveRecord(
                        id,
                        record.template(),
                        record.region(),
                        record.revision() + 1,
                        record.content(),
                        record.conflicts(),
                        record.createdAt(),
                        record.updatedAt(),
                        record.sealed() + 1));
    }

    @Override
    public Optional<ArchiveRecord> find(UUID id) {
        return Optional.ofNullable(records.get(id));
    }

    @Override
    public Saved saveOne(Draft draft) {
        return new Saved(
                save(List.of(draft)), find(draft.record()).orElseThrow().content());
    }

    @Override
    public void save(Iterator<Draft> drafts, int atMost) {
        var all = new ArrayList<Draft>();
        drafts.forEachRemaining(all::add);
        if (!all.isEmpty()) {
            save(all);
        }
    }

    @Override
    public SaveReceipt save(List<Draft> drafts) {
        saves++;
        var saved = new ArrayList<Change>();
        for (var draft : drafts) {
            var before = records.get(draft.record());
            var content = before == null ? Content.EMPTY : before.content();
            for (var field : draft.fields()) {
                if (!content.get(field.path()).equals(field.before())) {
                    throw new AppException(ErrorCode.STALE, "stale " + field.path());
                }
            }
            saved.add(draft.at(PERSON, device(), changes.size() + saved.size() + 1L, Change.GENESIS));
            records.put(
                    draft.record(),
                    new ArchiveRecord(
                            draft.record(),
                            draft.template(),
                            region(draft, content.with(draft.fields())),
                            before == null ? 1 : before.revision() + 1,
                            content.with(draft.fields()),
                            List.of(),
                            before == null ? draft.at() : before.createdAt(),
                            draft.at()));
        }
        changes.addAll(saved);
        return new SaveReceipt(
                saved, drafts.isEmpty() ? Instant.EPOCH : drafts.get(0).at(), Durability.LOCAL);
    }

    /** A record about a subject belongs where its subject does. */
    private String region(Draft draft, Content content) {
        return templates
                .find(draft.template())
                .flatMap(template -> RecordRegion.of(template, content))
                .or(() -> templates
                        .find(draft.template())
                        .flatMap(template -> template.subjectOf(content))
                        .flatMap(this::find)
                        .map(ArchiveRecord::region))
                .orElse("");
    }

    @Override
    public Erased erase(Erasing erasing) {
        records.values().removeIf(record -> record.content()
                .text(record.type() + ".subject")
                .equals(erasing.record().toString()));
        records.remove(erasing.record());
        changes.removeIf(change -> !records.containsKey(change.record()));
        var change = erasing.at(PERSON, device(), changes.size() + 1L, Change.GENESIS);
        erasures.add(new Erased(erasing.record(), change, List.of()));
        return erasures.get(erasures.size() - 1);
    }

    @Override
    public List<Erased> erasures() {
        return List.copyOf(erasures);
    }

    @Override
    public Page<RecordSummary> list(RecordFilter filter, RecordFilter.Window window) {
        var items = new ArrayList<RecordSummary>();
        each(filter.type(), filter.region(), record -> items.add(summary(record)));
        return new Page<>(items.subList(0, Math.min(items.size(), window.limit())), items.size());
    }

    private static RecordSummary summary(ArchiveRecord record) {
        return new RecordSummary(
                record.id(),
                record.type(),
                record.content().text("head.name"),
                record.content().text("head.number"),
                "",
                record.region(),
                "",
                Optional.empty(),
                Optional.<BigDecimal>empty(),
                0,
                RecordSummary.Status.SAVED,
                record.updatedAt(),
                Optional.empty(),
                false,
                record.isPartlySealed());
    }

    @Override
    public List<Surname> surnames(RecordFilter filter) {
        return List.of();
    }

    @Override
    public void each(String type, String region, Consumer<ArchiveRecord> consumer) {
        List.copyOf(records.values()).stream()
                .filter(record -> record.type().equals(type) && record.region().startsWith(region))
                .forEach(consumer);
    }

    @Override
    public List<RegionCount> counts(String type, String region) {
        var counts = new TreeMap<String, Long>();
        each(type, region, record -> counts.merge(record.region(), 1L, Long::sum));
        return counts.entrySet().stream()
                .map(entry -> new RegionCount(entry.getKey(), entry.getValue(), Map.of(), Map.of()))
                .toList();
    }

    @Override
    public Attention attention(String type, String region) {
        return Attention.NONE;
    }

    @Override
    public Map<String, Known> byNumbers(String type, Collection<String> numbers) {
        return new HashMap<>();
    }

    @Override
    public Map<String, Known> undone(String type, Collection<String> numbers) {
        return Map.of();
    }

    @Override
    public boolean hasUndone(String type) {
        return false;
    }

    @Override
    public List<Change> own(long before, int limit) {
        return List.of();
    }

    @Override
    public Map<String, List<Known>> sharing(String type, Optional<String> number) {
        return Map.of();
    }

    @Override
    public List<Change> history(UUID record) {
        return changes.stream().filter(change -> change.record().equals(record)).toList();
    }

    @Override
    public List<ArchiveRecord> about(UUID subject, String type, int limit) {
        return records.values().stream()
                .filter(record -> record.type().equals(type))
                .filter(record -> record.content().text(type + ".subject").equals(subject.toString()))
                .sorted(Comparator.comparing(ArchiveRecord::createdAt)
                        .thenComparing(ArchiveRecord::id)
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Conflict> conflicts() {
        return List.of();
    }
}
