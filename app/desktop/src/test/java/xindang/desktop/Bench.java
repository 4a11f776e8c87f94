package xindang.desktop;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Dialogs;
import xindang.desktop.ui.Formats;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.Navigator;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.Tasks;
import xindang.desktop.ui.Theme;
import xindang.model.archive.Content;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.archive.RecordFilter;
import xindang.model.common.Ids;
import xindang.model.common.Progress;
import xindang.model.intake.Cell;
import xindang.model.intake.Intake;
import xindang.model.intake.IntakeOptions;
import xindang.model.intake.IntakeResult;
import xindang.model.intake.Sheet;
import xindang.model.intake.SheetRow;
import xindang.model.keeping.Archives;
import xindang.model.keeping.Drafts;
import xindang.model.practice.Invented;
import xindang.model.practice.PracticeRoster;
import xindang.model.rating.RatingForms;
import xindang.model.rating.Ratings;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.testing.InMemoryArchiveStore;
import xindang.model.testing.MemoryDraftStore;

/** An office in memory with a town of invented households, for tests and pictures. */
public final class Bench {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-18T06:32:08Z"), ZONE);
    public static final String USER = "王海燕";

    private static final long SEED = 20_261_118L;
    private static final ShippedTemplates TEMPLATES = ShippedTemplates.load();

    public final InMemoryArchiveStore store =
            new InMemoryArchiveStore("LL-03", PracticeRoster.TOWN.padded(), TEMPLATES, CLOCK);
    public final Ids ids = new Ids(CLOCK, new Random(SEED));
    public final MemoryDraftStore draftStore = new MemoryDraftStore();
    public final Drafts drafts = new Drafts(draftStore, store, TEMPLATES, CLOCK);
    public final Archives archives = new Archives(store, TEMPLATES, Divisions.harbin(), ids, CLOCK);
    public final Ratings ratings = new Ratings(store, TEMPLATES, RatingForms.shipped(), ids, CLOCK);
    public final QuietExchange exchange = new QuietExchange();
    public final ScriptedDialogs dialogs = new ScriptedDialogs();
    /** The places to which pages navigated. */
    public final List<Place> went = new ArrayList<>();

    public Office office() {
        return new Office(
                store, archives, ratings, exchange, TEMPLATES, Divisions.harbin(), ids, PracticeRoster.TOWN, USER);
    }

    /** Returns a desk with all services. A navigation is only recorded. */
    public Desk desk() {
        return desk(new InlineTasks());
    }

    public Desk desk(Tasks tasks) {
        return desk(
                new Theme(),
                new Navigator() {
                    @Override
                    public void go(Place place) {
                        went.add(place);
                    }

                    @Override
                    public void back() {
                        went.add(Place.of("back"));
                    }
                },
                tasks,
                dialogs);
    }

    public static Desk desk(Theme theme, Navigator navigator, Tasks tasks, Dialogs dialogs) {
        return new Desk(
                new Messages(Locale.SIMPLIFIED_CHINESE, Messages.Missing.FAIL),
                new Formats(ZONE),
                tasks,
                dialogs,
                navigator,
                CLOCK,
                theme);
    }

    /** Imports an invented roster with paper consents for all households. */
    public IntakeResult fill(int households) {
        return intake().run(
                        List.of(roster(households)),
                        IntakeOptions.of("household", USER).withPaperConsent("LL-2026-001"),
                        Progress.NONE);
    }

    /** Adds a household with only a name and a number. This is too little for a grade. */
    public void addUnknown() {
        var person = new Invented(SEED, LocalDate.now(CLOCK)).person(30, 60);
        var known = Map.of(
                "head.name", person.name().toString(),
                "head.number", person.number().toString());
        archives.create("household", "230184101201", known, USER).get();
    }

    /** Adds a copy of a record, as the import of one roster at two offices creates it. */
    public UUID addTwin(UUID record) {
        var of = store.find(record).orElseThrow();
        var twin = ids.next();
        var fields = Content.EMPTY.changesTo(of.content());
        store.save(List.of(
                new Draft(ids.next(), twin, of.template(), fields, USER, CLOCK.instant(), "import", List.of())));
        return twin;
    }

    /** Rates all households of a region. */
    public void rate(String region) {
        ratings.rateRegion(ratings.form("household"), region, USER, Progress.NONE);
    }

    public Intake intake() {
        return new Intake(TEMPLATES, Divisions.harbin(), store, ids, CLOCK, PracticeRoster.TOWN);
    }

    public static Sheet roster(int households) {
        var rows = new ArrayList<SheetRow>();
        for (var row : new PracticeRoster(SEED, LocalDate.now(CLOCK)).rows(households)) {
            rows.add(new SheetRow(
                    rows.size() + 1,
                    row.stream()
                            .map(text -> text.isEmpty() ? Cell.BLANK : new Cell(text, Cell.Kind.TEXT))
                            .toList()));
        }
        return new Sheet("拉林镇农户花名册.xlsx", "花名册", rows);
    }

    /** Returns any existing record. */
    public UUID any() {
        return store.list(RecordFilter.all("household"), RecordFilter.Window.first(1))
                .items()
                .get(0)
                .id();
    }

    /** Stores a change of another office without any check. */
    public void arrives(UUID record, FieldChange... fields) {
        arrives("edit", record, fields);
    }

    public void arrives(String origin, UUID record, FieldChange... fields) {
        var of = store.find(record).orElseThrow();
        store.save(List.of(new Draft(
                ids.next(), record, of.template(), List.of(fields), USER, CLOCK.instant(), origin, List.of())));
    }
}
