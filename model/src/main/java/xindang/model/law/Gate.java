package xindang.model.law;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.common.Finding;
import xindang.model.common.Violation;
import xindang.model.region.Divisions;
import xindang.model.template.Field;
import xindang.model.template.FieldReader;
import xindang.model.template.ReadingContext;
import xindang.model.template.Template;
import xindang.model.value.Parsed;

/** The one door of the law: each boundary asks here what may pass. */
public final class Gate {
    /** Most letters of a number that is marked 待核. */
    public static final int LONGEST_NUMBER = Wording.LONGEST_NUMBER;

    private Gate() {}

    /**
     * Reads what somebody wrote for a field, unless it says what the law forbids to collect (article 14(1)), or is a masked
     * value such as 139****0000.
     *
     * @return the canonical text, or why it is not accepted
     */
    public static Parsed<String> read(Template template, Field field, String text, ReadingContext context) {
        var masked = Masked.of(field, text);
        if (masked.isPresent()) {
            return Parsed.failed(masked.get());
        }
        var read = FieldReader.read(template, field, text, context);
        if (!read.isOk()) {
            return read;
        }
        return words(template, field, read.get())
                .<Parsed<String>>map(Parsed::failed)
                .orElse(read);
    }

    /** Reads the number of a document that is no citizen's number, unless it is masked. */
    public static Parsed<String> readOtherNumber(Field field, String text) {
        return masked(field, text)
                .<Parsed<String>>map(Parsed::failed)
                .orElseGet(() -> FieldReader.readOtherNumber(text));
    }

    /** Why a text cannot be the value of a field since its middle is stars; a wrong number that is marked 待核 is asked too. */
    public static Optional<Violation> masked(Field field, String text) {
        return Masked.of(field, text);
    }

    /**
     * Why words may not enter by a door (article 14(1); 个人信息保护法 article 28 for biometric features).
     *
     * @return the reason, which names all forbidden words that were found; empty when there are none
     */
    public static Optional<Violation> words(TextDoor door, String text) {
        return Wording.words(door, text);
    }

    /** Why a text of a file may not be repeated: that of a field, or of a column that belongs to none. */
    public static Optional<Violation> words(Template template, Optional<Field> field, String text) {
        return Wording.words(template, field, text);
    }

    /**
     * Why a value that arrives by exchange may not be kept: it is not the canonical text of its field's type, too long, or says
     * what the law forbids (article 14(1)). Nobody else's checks are trusted.
     *
     * @return the code of the reason
     */
    public static Optional<String> arrivingValue(Template template, Change change, String path, String value) {
        return ReceivedValue.value(template, change, path, value);
    }

    /** Which words this program knows: another text when a word comes or goes. What was judged by other words is judged again. */
    public static String wordsVersion() {
        return WordFile.version();
    }

    /** The paths of the values of a record that would be refused today: kept by an older build, or come by exchange. */
    public static List<String> forbidden(Template template, Content kept) {
        return kept.known().asMap().entrySet().stream()
                .filter(value -> template.field(value.getKey())
                        .flatMap(field -> words(template, field, value.getValue()))
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Why a value may not be kept in a field. The names, business scopes and addresses of enterprises are not about persons
     * and are not judged.
     */
    public static Optional<Violation> words(Template template, Field field, String value) {
        return Wording.words(template, field, value);
    }

    /**
     * Whether a record may be given to a receiver outside the office for a purpose, and what of it (个人信息保护法 article 23).
     * A record whose template has no consents, such as that of a firm, needs none.
     *
     * @param kept the whole content of the record
     */
    public static PassOn passOn(Template template, Content kept, String receiver, String purpose, LocalDate today) {
        return PassOn.of(template, kept, receiver, purpose, today);
    }

    /** What a person refused or withdrew, which no batch of papers opens again. */
    public static Refusals refusals(Template template, Content content, LocalDate today) {
        return Refusals.of(template, content, today);
    }

    /**
     * Which texts may not be kept as a draft because of what they say (article 14(1)). A draft holds texts as they were
     * typed, so the texts of every type are looked at: a sentence can be typed into the field of a date.
     *
     * @param typed texts by path
     * @return the reasons by path; empty when all may be kept
     */
    public static Map<String, Violation> draftWords(Template template, Map<String, String> typed) {
        var refused = new TreeMap<String, Violation>();
        typed.forEach((path, text) ->
                words(template, template.field(path), text).ifPresent(violation -> refused.put(path, violation)));
        return refused;
    }

    /**
     * Which texts may not be kept as a draft because of where they were typed: items without a consent (article 14(2)), rows
     * whose term is over (article 16), items of a child, paths that the template does not describe.
     *
     * @param kept what the archive has of the record, empty for a new one
     * @param typed texts by path, in the place of what is kept
     * @return the reasons by path; empty when all may be kept
     */
    public static Map<String, Violation> draftItems(
            Template template, Content kept, Map<String, String> typed, LocalDate today) {
        var refused = new TreeMap<String, Violation>();
        var others = new TreeMap<>(kept.asMap());
        others.keySet().removeAll(typed.keySet());
        for (var finding : RecordCheck.violations(template, Content.of(others), kept.with(typed), today)) {
            var violation = finding.violation();
            if (typed.containsKey(finding.path())
                    && (violation.code().startsWith("law.") || violation.code().equals("record.path.unknown"))) {
                refused.putIfAbsent(finding.path(), violation);
            }
        }
        return refused;
    }

    /** What the consents to collect in a record open on a day (article 14(2)). */
    public static Consents consents(Template template, Content content, LocalDate today) {
        return Consents.open(template, content, today);
    }

    /** The consent rows of a record with what they are worth on a day, newest act first. */
    public static List<ConsentState.Line> consentStates(Template template, Content content, LocalDate today) {
        return ConsentState.of(template, content, today);
    }

    /** The consent-needed items that are closed on a day, and since when. */
    public static List<ConsentState.Closed> closedItems(Template template, Content content, LocalDate today) {
        return ConsentState.closed(template, content, today);
    }

    /** What forbids to save the consent rows of a content as a person typed them: proofs stay, dates are possible. */
    public static List<Finding> consentRows(Template template, Content before, Content after, LocalDate today) {
        return ConsentCheck.findings(template, before, after, today);
    }

    /**
     * What forbids a decision between consent rows: it opens nothing that the person closed, and changes nothing of a proof but
     * where a conflict was.
     *
     * @param decided the conflicts that it decides
     */
    public static List<Finding> consentDecision(
            Template template, Content before, Content after, List<Conflict> decided, LocalDate today) {
        return ConsentCheck.decision(template, before, after, decided, today);
    }

    /**
     * Why a change that arrives by exchange may not be taken in: platform and pulling client ask this of every change, since
     * whoever sent it may have checked nothing. It is asked only once the change no longer waits for another, and again when
     * it is released: a consent may lie in what is missing.
     *
     * @param template of the change; absent when it is not known here, then only the change around its values is judged
     * @param now the time of the platform, or at a client the later of the time that it signed and the clock
     * @return all that is wrong, by path; one that is whole when the change can have no effect at all
     */
    public static List<Objection> arriving(
            Optional<Template> template, Arrival arrival, Instant now, Divisions divisions) {
        return Arriving.judge(template, arrival, now, divisions);
    }

    /**
     * What of a change may be kept: in the place of what arrived and the law forbids stands a mark (article 14(1)).
     *
     * @param scrutiny the judgement of this program, or of one of another age
     */
    public static Withholding withholding(Scrutiny scrutiny, Template template, Change change) {
        return Withholding.of(scrutiny, template, change);
    }

    /**
     * What a platform may keep of changes that it accepts, or sets aside, when rows that they bring are over by today (article 16).
     *
     * @param before what the record said before the first of the changes
     * @param changes of one record, in their order
     * @param after what the record says after the last of them
     * @param now the time of the platform
     * @return what is kept of those changes of which something is withheld
     */
    public static List<Withholding> ended(
            Template template, Content before, List<Change> changes, Content after, Instant now) {
        return EndedRows.of(
                template, before, changes, after, ArrivingDays.of(now, now).ended());
    }

    /**
     * What forbids to save the content after in place of the one before, which is empty for a new record: items without a
     * consent (article 14(2)), rows whose term is over (article 16), items of a child, paths that the template does not describe.
     */
    public static List<Finding> record(Template template, Content before, Content after, LocalDate today) {
        return RecordCheck.violations(template, before, after, today);
    }

    /** Whether the document of a number is none of those that follow GB 11643: then its number is free text. */
    public static boolean isOtherDocument(Content content, String numberPath) {
        return RecordCheck.isOtherDocument(content, numberPath);
    }

    /** Everything that is wrong with a template before it is used, in the order of its fields. */
    public static List<Violation> template(Template template) {
        return TemplateCheck.check(template);
    }

    /** What of a record may be shown, rated and printed on a day. */
    public static Lawful lawful(Template template, Content content, LocalDate today) {
        return Lawful.of(template, content, today);
    }

    /**
     * The days on which what may be shown can change though nobody writes anything: a consent begins to count or has ended, the
     * term of a row is over, a child becomes 14.
     */
    public static SortedSet<LocalDate> turns(Template template, Content content) {
        return Lawful.turns(template, content);
    }

    /**
     * Which values that a record has or had may be shown on a day.
     *
     * @param history the changes of the record, oldest first
     */
    public static Past past(Template template, Content now, List<Change> history, LocalDate today) {
        return Past.of(template, now, history, today);
    }

    /** The rows that must not be kept any more on a day (article 16). */
    public static List<Due> due(Template template, Content content, LocalDate today) {
        return Retention.due(template, content, today);
    }

    /** The first day on which a row of a content must not be kept any more; absent when none has an end. */
    public static Optional<LocalDate> firstDue(Template template, Content content) {
        return Retention.firstDue(template, content);
    }

    /**
     * Whether a group with a term holds a row without an end and without anything that such a row must have. It may be what
     * another office wrote into a row while it was deleted here; only the history says whether it is.
     */
    public static boolean mayHoldRests(Template template, Content content) {
        return Retention.mayHoldRests(template, content);
    }

    /** What a content has of the row of a path, by path, while it has no end of that row: see {@link Retention#endless}. */
    public static Map<String, String> endless(Content content, String path) {
        return Retention.endless(content, path);
    }

    /** The consent rows of a record as they are written, in the order of their keys. */
    public static List<ConsentRow> consentActs(Content content) {
        return ConsentRow.of(content);
    }

    /** Which day it is in an archive, by the clock and by what is sure. */
    public static SureDay day(Clock clock, ArchiveStore store) {
        return SureDay.of(clock, store);
    }

    /** Whether a day may have begun by what is sure. */
    public static boolean mayHaveBegun(LocalDate day, ZoneId zone, Optional<Instant> sure) {
        return SureDay.of(Clock.fixed(Instant.EPOCH, zone), sure).mayHaveBegun(day);
    }

    /**
     * The clock by which an archive saves. While that of the machine cannot be right, it says what the last exchange makes of
     * it, or else a time just after what is sure, so that no time which cannot be true gets into a change.
     */
    public static Clock clock(Clock machine, ArchiveStore store) {
        return new SureClock(SureClock.machine(machine), store);
    }

    /**
     * Why nothing may be rated or reported now: nobody knows which day it is, so nobody knows what is over (征信业管理条例
     * article 16) or what still holds. Absent when the day is sure.
     */
    public static Optional<Violation> unsure(Clock clock, ArchiveStore store) {
        return Optional.of(day(clock, store)).filter(day -> !day.isSure()).map(day -> Violation.of("law.day.unsure"));
    }

    /** The day by which an archive hides and refuses. */
    public static LocalDate hidingDay(Clock clock, ArchiveStore store) {
        return SureDay.hiding(clock, store);
    }

    /** The time that is sure after a save, from the time before and that of the save: a clock over a month ahead moves nothing. */
    public static Instant sureAfter(Instant sure, Instant saved) {
        return SureDay.after(sure, saved);
    }

    /**
     * By which time a change or a rating is ordered that became known while this was sure: a time that cannot be true makes
     * nothing the newest for ever.
     *
     * @param sure absent when nothing is sure
     * @param at the time that it bears
     */
    public static Instant ordered(Optional<Instant> sure, Instant at) {
        return sure.map(known -> SureDay.ordered(known, at)).orElse(at);
    }

    /** A change that arrives, with what it would make of its record; the parts are those of {@link Arrival}. */
    public static Arrival arrival(Change change, Content before, Content after, List<Conflict> open, boolean isMarked) {
        return new Arrival(change, before, after, open, isMarked);
    }

    /** The text of the note {@link SureDay#SIGNED}: the time that the platform signed and what the clock of the machine said then. */
    public static String signedTime(Instant time, Instant clock) {
        return SureDay.signed(time, clock);
    }

    /**
     * What the note {@link SureDay#SIGNED} or {@link SureDay#CONFIRMED} makes sure.
     *
     * @throws java.time.format.DateTimeParseException when it is no time
     */
    public static SureDay.NotedTime notedTime(String note) {
        return SureDay.NotedTime.of(note);
    }
}
