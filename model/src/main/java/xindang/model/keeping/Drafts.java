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
 * Keeps what was typed and could not be saved yet, so that closing the window or losing power loses nothing. The law is
 * asked before: what it refuses is never written. A text with forbidden words leaves the last lawful text of its field in
 * the draft; an item that may not be recorded at all leaves nothing. Called away from the screen thread.
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

    /** The place of a record that does not exist yet: its draft waits for the next new one of its kind. */
    public static String ofNew(String type) {
        return NEW + type;
    }

    /** What was typed at a place and may be kept today; what may not any more is deleted. */
    public synchronized Unsaved read(String place) {
        keep(place, store.read(place));
        return store.read(place);
    }

    /**
     * Keeps what was typed at a place, in the place of what was typed there before; nothing takes the draft away.
     *
     * @return what the law refuses, by path: nothing of it was written
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

    /** Takes texts out of the draft of a record: their fields were saved, cleared or settled elsewhere. */
    public synchronized void settle(UUID record, Collection<String> paths) {
        var before = store.read(record.toString());
        Predicate<String> settled = paths::contains;
        if (before.all().keySet().stream().anyMatch(settled)) {
            keep(record.toString(), before.without(settled));
        }
    }

    /** Takes the draft of a record away. Who erases a person calls this. */
    public synchronized void forget(UUID record) {
        store.forget(record);
    }

    /**
     * Looks at every draft: a consent may have ended since it was written, or a term.
     *
     * @param old drafts of an earlier form of keeping them, which are taken in as far as the law allows
     */
    public synchronized void review(Map<String, Unsaved> old) {
        old.forEach((place, unsaved) -> keep(place, unsaved.with(store.read(place))));
        store.all().keySet().forEach(this::read);
    }

    /** The place of a subject, where it lies outside the archive. */
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

    /** What a draft is about, as the archive has it. */
    private record Subject(Template template, Content content) {
        Map<String, Violation> refused(Unsaved unsaved, LocalDate today) {
            return Gate.draftItems(template, content, unsaved.all(), today);
        }

        /** Without what may not be kept beside each other: a last text may complete what closes a row. */
        Unsaved lawful(Unsaved unsaved, LocalDate today) {
            var words = Gate.draftWords(template, unsaved.all());
            var items = refused(unsaved, today);
            return unsaved.without(path -> words.containsKey(path) || items.containsKey(path));
        }
    }
}
