package xindang.model.keeping;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Content;
import xindang.model.archive.DraftStore;
import xindang.model.archive.Unsaved;
import xindang.model.common.Violation;
import xindang.model.law.Gate;
import xindang.model.region.Divisions;
import xindang.model.template.Template;
import xindang.model.template.Templates;

/**
 * Stores the unsaved texts of forms, so that they are still there after the window is closed or the power fails. It
 * checks the law first and never writes a refused text. If a text contains forbidden words, it stores the last lawful
 * text of the field. If an item may not be recorded at all, it stores nothing of the item. Do not call it on the screen
 * thread.
 */
public final class Drafts {
    private static final String NEW = "new:";

    private final DraftStore store;
    private final ArchiveStore archives;
    private final Templates templates;
    private final Clock clock;

    public Drafts(DraftStore store, ArchiveStore archives, Templates templates, Clock clock) {
        this.store = store;
        this.archives = archives;
        this.templates = templates;
        this.clock = Gate.clock(clock, archives);
    }

    /** Returns the key of the draft of a new record. The next new record of the same type continues this draft. */
    public static String ofNew(String type) {
        return NEW + type;
    }

    /** Returns the typed texts of one key that may be kept today. Deletes the others. */
    public synchronized Unsaved read(String place) {
        keep(place, store.read(place));
        return store.read(place);
    }

    /**
     * Replaces the draft of one key. Empty texts delete the draft.
     *
     * @return violations of the refused texts, by path; these texts were not written
     */
    public synchronized Map<String, Violation> keep(String place, Unsaved unsaved) {
        var before = store.read(place);
        var subject = unsaved.isEmpty() ? Optional.<Subject>empty() : subject(place);
        var items = new TreeMap<String, Violation>();
        var words = new TreeMap<String, Violation>();
        subject.ifPresentOrElse(
                known -> {
                    words.putAll(Gate.draftWords(known.template(), unsaved.all()));
                    items.putAll(known.refused(unsaved, today()));
                    items.putAll(outside(known.template(), unsaved));
                },
                () -> unsaved.all()
                        .keySet()
                        .forEach(path -> items.put(path, Violation.of("record.path.unknown", path))));
        var lawful = unsaved.without(path -> items.containsKey(path) || words.containsKey(path));
        var last = before.without(path -> !words.containsKey(path) || items.containsKey(path));
        var kept =
                subject.map(known -> known.lawful(last.with(lawful), today())).orElse(lawful);
        if (!kept.equals(before)) {
            store.keep(place, kept);
        }
        words.putAll(items);
        return words;
    }

    /** Deletes texts from the draft of a record because their fields were saved, cleared or decided in another way. */
    public synchronized void settle(UUID record, Collection<String> paths) {
        var before = store.read(record.toString());
        Predicate<String> settled = paths::contains;
        if (before.all().keySet().stream().anyMatch(settled)) {
            keep(record.toString(), before.without(settled));
        }
    }

    /** Deletes the draft of a record. The erasure of a person calls this. */
    public synchronized void forget(UUID record) {
        store.forget(record);
    }

    /**
     * Checks every draft again, because a consent or a term may have expired since it was written.
     *
     * @param old drafts in an earlier storage format; their lawful texts are added
     */
    public synchronized void review(Map<String, Unsaved> old) {
        old.forEach((place, unsaved) -> keep(place, unsaved.with(store.read(place))));
        store.all().keySet().forEach(this::read);
    }

    /** Returns a violation for the place of the subject when it is outside the archive. */
    private Map<String, Violation> outside(Template template, Unsaved unsaved) {
        var refused = new TreeMap<String, Violation>();
        template.place().ifPresent(path -> new Whereabouts(archives, Divisions.harbin())
                .outside(unsaved.all().getOrDefault(path, ""))
                .ifPresent(why -> refused.put(path, why)));
        return refused;
    }

    private LocalDate today() {
        return Gate.hidingDay(clock, archives);
    }

    private Optional<Subject> subject(String place) {
        if (place.startsWith(NEW)) {
            return templates.newest(place.substring(NEW.length())).map(newest -> new Subject(newest, Content.EMPTY));
        }
        return archives.find(UUID.fromString(place)).flatMap(this::subject);
    }

    private Optional<Subject> subject(ArchiveRecord record) {
        return templates.find(record.template()).map(template -> new Subject(template, record.content()));
    }

    /** The template of a draft, and the saved content of its record. */
    private record Subject(Template template, Content content) {
        Map<String, Violation> refused(Unsaved unsaved, LocalDate today) {
            return Gate.draftItems(template, content, unsaved.all(), today);
        }

        /**
         * Returns the texts without those that may not be kept together. The last lawful text of one field can complete
         * a row that the law locks.
         */
        Unsaved lawful(Unsaved unsaved, LocalDate today) {
            var words = Gate.draftWords(template, unsaved.all());
            var items = refused(unsaved, today);
            return unsaved.without(path -> words.containsKey(path) || items.containsKey(path));
        }
    }
}
