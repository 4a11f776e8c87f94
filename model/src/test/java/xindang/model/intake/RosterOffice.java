package xindang.model.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.common.Ids;
import xindang.model.common.Progress;
import xindang.model.practice.Invented;
import xindang.model.practice.PracticeRoster;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.testing.InMemoryArchiveStore;
import xindang.model.value.DivisionCode;
import xindang.model.value.Sex;

/** An office with an empty archive that reads rosters in. */
final class RosterOffice {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    static final IntakeOptions OPTIONS = IntakeOptions.of("household", "王海燕");

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-18T06:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final ShippedTemplates TEMPLATES = ShippedTemplates.load();

    final InMemoryArchiveStore store;
    final Ids ids = new Ids(CLOCK, new Random(5));
    private final Invented invented = new Invented(11, TODAY);
    private final Intake intake;

    RosterOffice() {
        this(new InMemoryArchiveStore("LL-03", TEMPLATES, CLOCK), PracticeRoster.TOWN);
    }

    InMemoryArchiveStore store() {
        return store;
    }

    private RosterOffice(InMemoryArchiveStore store, DivisionCode region) {
        this.store = store;
        this.intake = new Intake(TEMPLATES, Divisions.harbin(), store, new Ids(CLOCK, new Random(3)), CLOCK, region);
    }

    /** An office of another region over the same archive. */
    RosterOffice within(String region) {
        return new RosterOffice(store, DivisionCode.of(region));
    }

    IntakeResult run(Sheet sheet, IntakeOptions options) {
        return run(List.of(sheet), options);
    }

    IntakeResult run(List<Sheet> sheets, IntakeOptions options) {
        return intake.run(sheets, options, Progress.NONE);
    }

    Undo.Result undo(Optional<UUID> id) {
        return new Undo(TEMPLATES, store, ids, CLOCK).run(id, "张敏", Progress.NONE);
    }

    /** Undoes the last import some days later. */
    Undo.Result undoAfter(Duration days) {
        var later = CLOCK.instant().plus(days);
        store.sure(later);
        return new Undo(TEMPLATES, store, ids, Clock.fixed(later, CLOCK.getZone()))
                .run(Optional.empty(), "张敏", Progress.NONE);
    }

    /** Makes a record of the program about a subject, such as a rating. */
    void about(ArchiveRecord subject, String type) {
        var fields = List.of(FieldChange.set(type + ".subject", subject.id().toString()));
        store.save(List.of(new Draft(
                ids.next(), ids.next(), TEMPLATES.get(type).ref(), fields, "张敏", CLOCK.instant(), type, List.of())));
    }

    /** Changes values of a record as another use case does; an empty text deletes a value. */
    void edit(ArchiveRecord record, String origin, Map<String, String> values) {
        var fields = record.content().changesTo(record.content().with(values));
        store.save(List.of(new Draft(
                ids.next(), record.id(), record.template(), fields, "张敏", CLOCK.instant(), origin, List.of())));
    }

    String number() {
        return invented.residentNumber(Sex.MALE, invented.birthDate(30, 60)).toString();
    }

    String number(Sex sex, LocalDate birth) {
        return invented.residentNumber(sex, birth).toString();
    }

    List<ArchiveRecord> records() {
        return records("household", "");
    }

    List<ArchiveRecord> records(String type, String region) {
        var records = new ArrayList<ArchiveRecord>();
        store.each(type, region, records::add);
        return records;
    }

    static Sheet sheet(List<List<String>> rows) {
        return new Sheet(
                "花名册.xlsx",
                "Sheet1",
                IntStream.range(0, rows.size())
                        .mapToObj(i -> new SheetRow(
                                i + 1,
                                rows.get(i).stream()
                                        .map(text -> new Cell(text, text.isEmpty() ? Cell.Kind.BLANK : Cell.Kind.TEXT))
                                        .toList()))
                        .toList());
    }
}
