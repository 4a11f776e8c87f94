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

/** The only entrance to the rules of the law. Every boundary of the program calls it. */
public final class Gate {
    /** Maximum length of a number that is marked 待核, in characters. */
    public static final int LONGEST_NUMBER = Wording.LONGEST_NUMBER;

    private Gate() {}

    /**
     * Reads a typed text for a field. Refuses forbidden words (article 14(1)) and masked values such as 139****0000.
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

    /** Reads the number of a document that is no citizen's number. Refuses a masked number. */
    public static Parsed<String> readOtherNumber(Field field, String text) {
        return masked(field, text)
                .<Parsed<String>>map(Parsed::failed)
                .orElseGet(() -> FieldReader.readOtherNumber(text));
    }

    /** Returns a text with simplified letters, because a place may be written with traditional ones: 後紅村. */
    public static String simplified(String text) {
        return Folding.simplified(text);
    }

    /** Returns why a text cannot be the value of a field: its middle is stars. Applies to numbers marked 待核, too. */
    public static Optional<Violation> masked(Field field, String text) {
        return Masked.of(field, text);
    }

    /**
     * Returns why a text may not be stored: it contains forbidden words (article 14(1); 个人信息保护法 article 28 for
     * biometric features). The door is the kind of the text.
     *
     * @return the reason, with all forbidden words; empty when there are none
     */
    public static Optional<Violation> words(TextDoor door, String text) {
        return Wording.words(door, text);
    }

    /** Returns why a text of a file may not be repeated. The field is absent for a column that belongs to none. */
    public static Optional<Violation> words(Template template, Optional<Field> field, String text) {
        return Wording.words(template, field, text);
    }

    /**
     * Returns why a received value may not be kept: it is not canonical, too long, or contains forbidden words (article
     * 14(1)). Does not rely on checks of the sender.
     *
     * @return the code of the reason
     */
    public static Optional<String> arrivingValue(Template template, Change change, String path, String value) {
        return ReceivedValue.value(template, change, path, value);
    }

    /** Returns the version of the word lists. When it changes, values judged by other words are judged again. */
    public static String wordsVersion() {
        return WordFile.version();
    }

    /** Returns the paths of values that would be refused today. An older program or an exchange saved them. */
    public static List<String> forbidden(Template template, Content kept) {
        return kept.known().asMap().entrySet().stream()
                .filter(value -> template.field(value.getKey())
                        .flatMap(field -> words(template, field, value.getValue()))
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns why a value may not be kept in a field. Does not judge names, scopes and addresses of enterprises. */
    public static Optional<Violation> words(Template template, Field field, String value) {
        return Wording.words(template, field, value);
    }

    /**
     * Decides whether a record may be passed on to a receiver for a purpose, and which part (个人信息保护法 article 23). A
     * template without consents, such as the one of a firm, needs none.
     *
     * @param kept the whole content of the record
     */
    public static PassOn passOn(Template template, Content kept, String receiver, String purpose, LocalDate today) {
        return PassOn.of(template, kept, receiver, purpose, today);
    }

    /** Returns the refused and withdrawn items, which no batch of papers unlocks. */
    public static Refusals refusals(Template template, Content content, LocalDate today) {
        return Refusals.of(template, content, today);
    }

    /**
     * Returns the unsaved texts that may not be stored because of their words (article 14(1)). Checks fields of every
     * type, because unsaved texts are stored as typed, and a person can type a sentence into a date field.
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
     * Returns the unsaved texts that may not be stored because of their item: no consent (article 14(2)), expired row
     * (article 16), item of a child, path not in the template.
     *
     * @param kept the saved content of the record, empty for a new one
     * @param typed texts by path, which replace saved values
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

    /** Returns the items that the consents to collect unlock on a day (article 14(2)). */
    public static Consents consents(Template template, Content content, LocalDate today) {
        return Consents.open(template, content, today);
    }

    /** Returns the consent rows of a record with their states on a day, newest act first. */
    public static List<ConsentState.Line> consentStates(Template template, Content content, LocalDate today) {
        return ConsentState.of(template, content, today);
    }

    /** Returns the consent-needed items that are locked on a day, and since when. */
    public static List<ConsentState.Closed> closedItems(Template template, Content content, LocalDate today) {
        return ConsentState.closed(template, content, today);
    }

    /** Returns why typed consent rows may not be saved: they change a proof or have an impossible date. */
    public static List<Finding> consentRows(Template template, Content before, Content after, LocalDate today) {
        return ConsentCheck.findings(template, before, after, today);
    }

    /**
     * Returns why a decision between consent rows may not be saved: it unlocks an item that the person refused or
     * withdrew, or changes a proof where no conflict is.
     *
     * @param decided the conflicts that it decides
     */
    public static List<Finding> consentDecision(
            Template template, Content before, Content after, List<Conflict> decided, LocalDate today) {
        return ConsentCheck.decision(template, before, after, decided, today);
    }

    /**
     * Returns why a received change may not be accepted. The platform checks every change, because the sender may have
     * checked nothing. Call it when the change is not deferred, because a missing change may contain a consent. The
     * platform calls it as {@link Scrutiny#objections}.
     *
     * @param template template of the change; absent when unknown, then only the change apart from its values is judged
     * @param now the present time of the platform
     * @return all objections by path; one objection to the whole when the change can have no effect at all
     */
    public static List<Objection> arriving(
            Optional<Template> template, Arrival arrival, Instant now, Divisions divisions) {
        return Arriving.judge(template, arrival, now, divisions);
    }

    /**
     * Returns a change with marks in place of received values that the law forbids (article 14(1)).
     *
     * @param scrutiny the judgement of this program, or of an older or newer one
     */
    public static Withholding withholding(Scrutiny scrutiny, Template template, Change change) {
        return Withholding.of(scrutiny, template, change);
    }

    /**
     * Returns the accepted or rejected changes with rows withheld that have expired by today (article 16).
     *
     * @param before content before the first of the changes
     * @param changes changes of one record, in their order
     * @param after content after the last of them
     * @param now the time of the platform
     * @return only the changes with withheld values
     */
    public static List<Withholding> ended(
            Template template, Content before, List<Change> changes, Content after, Instant now) {
        return EndedRows.of(
                template, before, changes, after, ArrivingDays.of(now, now).ended());
    }

    /**
     * Returns whether a person is a child under 14, of whom only name and relation are collected (个人信息保护法 article 31).
     *
     * @param number number of the person, empty when none
     * @param birth birth date, used without a readable number; empty when none
     */
    public static boolean isChild(String number, String birth, LocalDate today) {
        return Children.isChild(number, birth, today);
    }

    /**
     * Returns why the content after may not replace the content before (empty for a new record): no consent (article
     * 14(2)), expired row (article 16), item of a child, path not in the template.
     */
    public static List<Finding> record(Template template, Content before, Content after, LocalDate today) {
        return RecordCheck.violations(template, before, after, today);
    }

    /** Returns whether the document of a number does not follow GB 11643. Its number is then free text. */
    public static boolean isOtherDocument(Content content, String numberPath) {
        return RecordCheck.isOtherDocument(content, numberPath);
    }

    /** Returns all violations of a template before it is used, in the order of its fields. */
    public static List<Violation> template(Template template) {
        return TemplateCheck.check(template);
    }

    /** Returns the part of a record that may be shown, rated and printed on a day. */
    public static Lawful lawful(Template template, Content content, LocalDate today) {
        return Lawful.of(template, content, today);
    }

    /** Returns the days on which the lawful part changes without a save: a consent or a term ends, a child turns 14. */
    public static SortedSet<LocalDate> turns(Template template, Content content) {
        return Lawful.turns(template, content);
    }

    /**
     * Decides which present and former values of a record may be shown on a day.
     *
     * @param history the changes of the record, oldest first
     */
    public static Past past(Template template, Content now, List<Change> history, LocalDate today) {
        return Past.of(template, now, history, today);
    }

    /** Returns the rows whose term has expired on a day (article 16). */
    public static List<Due> due(Template template, Content content, LocalDate today) {
        return Retention.due(template, content, today);
    }

    /** Returns the first day on which a row of a content is expired; absent when no row has an end date. */
    public static Optional<LocalDate> firstDue(Template template, Content content) {
        return Retention.firstDue(template, content);
    }

    /**
     * Returns whether a group with a term has a row without an end date and without any required value. Another office
     * may have written into a row that was deleted here; only the history shows whether it did.
     */
    public static boolean mayHaveLeftovers(Template template, Content content) {
        return Retention.mayHaveLeftovers(template, content);
    }

    /** Returns the values of the row of a path, if the content has no end date of it: see {@link Retention#endless}. */
    public static Map<String, String> endless(Content content, String path) {
        return Retention.endless(content, path);
    }

    /** Returns the consent rows of a record, in the order of their keys. */
    public static List<ConsentRow> consentActs(Content content) {
        return ConsentRow.of(content);
    }

    /** Returns the day of an archive, by the clock and by its sure time. */
    public static SureDay day(Clock clock, ArchiveStore store) {
        return SureDay.of(clock, store);
    }

    /** Returns whether a day may have begun, by the sure time. */
    public static boolean mayHaveBegun(LocalDate day, ZoneId zone, Optional<Instant> sure) {
        return SureDay.of(Clock.fixed(Instant.EPOCH, zone), sure).mayHaveBegun(day);
    }

    /**
     * Returns the clock for saves. While the machine's clock cannot be right, it returns the time corrected by the last
     * exchange, or else a time just after the sure time.
     */
    public static Clock clock(Clock machine, ArchiveStore store) {
        return new SureClock(SureClock.machine(machine), store);
    }

    /**
     * Returns why nothing may be rated or reported now: without a sure day, it is unknown which terms have expired
     * (征信业管理条例 article 16). Absent when the day is sure.
     */
    public static Optional<Violation> unsure(Clock clock, ArchiveStore store) {
        return Optional.of(day(clock, store)).filter(day -> !day.isSure()).map(day -> Violation.of("law.day.unsure"));
    }

    /** Returns the day by which an archive hides and refuses. */
    public static LocalDate hidingDay(Clock clock, ArchiveStore store) {
        return SureDay.hiding(clock, store);
    }

    /** Returns the sure time after a save. A clock more than a month ahead does not change it. */
    public static Instant sureAfter(Instant sure, Instant saved) {
        return SureDay.after(sure, saved);
    }

    /**
     * Returns the time by which a change or a rating is ordered. An impossible time must not stay the newest for ever.
     *
     * @param sure the sure time when it became known; absent when there was none
     * @param at the time in the change or rating
     */
    public static Instant ordered(Optional<Instant> sure, Instant at) {
        return sure.map(known -> SureDay.ordered(known, at)).orElse(at);
    }

    /** Makes a received change with the content before and after the merge; see {@link Arrival}. */
    public static Arrival arrival(Change change, Content before, Content after, List<Conflict> open, boolean isMarked) {
        return new Arrival(change, before, after, open, isMarked);
    }

    /** Returns the text of setting {@link SureDay#SIGNED}: the time signed by the platform and the machine's time. */
    public static String signedTime(Instant time, Instant clock) {
        return SureDay.signed(time, clock);
    }

    /**
     * Reads the time of setting {@link SureDay#SIGNED} or {@link SureDay#CONFIRMED}.
     *
     * @throws java.time.format.DateTimeParseException when it is no time
     */
    public static SureDay.NotedTime notedTime(String note) {
        return SureDay.NotedTime.of(note);
    }
}
