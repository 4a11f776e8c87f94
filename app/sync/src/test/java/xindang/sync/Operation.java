package xindang.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Row;
import xindang.model.common.AppException;
import xindang.model.keeping.Departure;
import xindang.model.keeping.Resolution;

/** Something that happens in a history; it draws what it needs from the history's seed, and may find nothing to do. */
enum Operation {
    CREATE(1),
    EDIT(14),
    ROW(10),
    DELETE_ROW(5),
    EMPTY_ONE(3),
    CONSENT(4),
    LOCKED(3),
    ADVERSE(4),
    MOVE(2),
    MOVE_AWAY(3),
    FORBIDDEN(1),
    ERASE(1),
    DECIDE(10),
    RATE(1),
    SYNC(12),
    LOSSY_SYNC(3),
    KILLED_SYNC(3),
    REOPEN(3),
    WRONG_CLOCK(1),
    RIGHT_CLOCK(1),
    TIME_PASSES(1),
    KEEP(2),
    PUT_BACK(2),
    COPY(1),
    KEEP_PLATFORM(2),
    SET_PLATFORM_BACK(2),
    EVERYBODY_SYNCS(2),
    CLASH(1);

    /** Each as often as it happens beside the others. */
    private static final List<Operation> ALL = Stream.of(values())
            .flatMap(each -> Collections.nCopies(each.weight, each).stream())
            .toList();

    private final int weight;

    Operation(int weight) {
        this.weight = weight;
    }

    static Operation any(History history) {
        return history.oneOf(ALL);
    }

    void run(History history) {
        switch (this) {
            case CREATE -> create(history);
            case EDIT -> edit(history);
            case ROW -> row(history);
            case DELETE_ROW -> deleteRow(history);
            case EMPTY_ONE -> emptyOne(history);
            case CONSENT -> consent(history);
            case LOCKED -> locked(history);
            case ADVERSE -> adverse(history);
            case MOVE -> move(history);
            case MOVE_AWAY -> moveAway(history);
            case FORBIDDEN -> forbidden(history);
            case ERASE -> erase(history);
            case DECIDE -> decide(history);
            case RATE -> rate(history);
            case SYNC -> history.sync(0);
            case LOSSY_SYNC -> history.sync(3);
            case KILLED_SYNC -> history.killedSync();
            case REOPEN -> history.reopen();
            case WRONG_CLOCK -> wrongClock(history);
            case RIGHT_CLOCK -> history.acting().clock.set();
            case TIME_PASSES -> timePasses(history);
            case KEEP -> history.acting().keep();
            case PUT_BACK -> history.putBack();
            case COPY -> history.copy();
            case KEEP_PLATFORM -> history.city.keep();
            case SET_PLATFORM_BACK -> history.setPlatformBack();
            case EVERYBODY_SYNCS -> history.everybodySyncs();
            case CLASH -> clash(history);
        }
    }

    private static void create(History history) {
        var id = history.newRecord();
        var village = history.oneOf(history.villages());
        var typed = history.household.begun(village);
        history.typed(typed, history.acting().archives().create(id, "household", village, typed, Desk.USER));
    }

    private static void edit(History history, UUID record, Map<String, String> typed) {
        history.typed(typed, history.acting().archives().edit(record, typed, Desk.USER));
    }

    private static void edit(History history) {
        history.record().ifPresent(record -> edit(history, record, history.household.some()));
    }

    /** Values that others change at the same time. */
    private static void clash(History history) {
        history.record().ifPresent(record -> {
            var typed = new HashMap<String, String>();
            for (var path : List.of("head.phone", "file.group", "family.members.m1.name", "family.members.m1.note")) {
                typed.put(path, history.household.free(path));
            }
            edit(history, record, typed);
        });
    }

    private static String anyRow(History history) {
        return "family.members.m" + (1 + history.below(2));
    }

    /** Adds a row or changes one. */
    private static void row(History history) {
        history.record().ifPresent(record -> {
            var row = anyRow(history);
            var typed = new HashMap<String, String>();
            var fields = List.of("name", "birth", "note", "awayPlace");
            for (var i = history.below(2); i >= 0; i--) {
                var path = row + "." + history.oneOf(fields);
                typed.put(path, history.household.free(path));
            }
            edit(history, record, typed);
        });
    }

    private static void deleteRow(History history) {
        history.record().ifPresent(record -> {
            var group = history.below(4) == 0 ? "adverse.items.a1" : anyRow(history);
            edit(history, record, emptied(history.acting().content(record), group));
        });
    }

    private static Map<String, String> emptied(Content content, String row) {
        var typed = new HashMap<String, String>();
        Row.values(content, row).keySet().forEach(path -> typed.put(path, ""));
        return typed;
    }

    private static void emptyOne(History history) {
        history.record().ifPresent(record -> {
            var values = List.copyOf(Row.values(history.acting().content(record), anyRow(history))
                    .keySet());
            if (!values.isEmpty()) {
                edit(history, record, Map.of(history.oneOf(values), ""));
            }
        });
    }

    /** A household that moves to another village of the town. */
    private static void move(History history) {
        history.record()
                .ifPresent(record -> edit(history, record, Map.of("file.village", history.oneOf(history.villages()))));
    }

    /** A household that moves to a town of other offices. */
    private static void moveAway(History history) {
        var places = history.villagesElsewhere();
        if (places.isEmpty()) {
            return;
        }
        history.record().ifPresent(record -> {
            var place = history.oneOf(places);
            var moved = history.acting().archives().move(record, new Departure(place, "", ""), Desk.USER);
            history.typed(Map.of("file.village", place), moved);
        });
    }

    /** A device that skips its own gate sends what may not be kept, while the platform does not know better. */
    private static void forbidden(History history) {
        if (!history.hasForbidden()) {
            return;
        }
        history.record().ifPresent(record -> {
            var path = history.oneOf(List.of("file.note", "review.opinion", "family.members.m1.note"));
            var value = "血型AB型，" + history.household.free(path);
            var before = history.acting().content(record).kept(path);
            history.acting()
                    .office()
                    .save(List.of(history.draft(record, new FieldChange(path, before, Optional.of(value)))));
            history.say("sends " + path + " " + value);
            history.city.knows.set(false);
            history.sync(0);
            history.city.knows.set(true);
        });
    }

    /** A person wants all destroyed that is known of them. */
    private static void erase(History history) {
        if (!history.erases()) {
            return;
        }
        history.record().filter(history.acting()::isLive).ifPresent(record -> {
            history.erase(record);
            history.say("erases " + record);
        });
    }

    /** A consent that is given, refused or withdrawn. */
    private static void consent(History history) {
        history.record().ifPresent(record -> {
            var archives = history.acting().archives();
            var today = today(history).toString();
            var values = new HashMap<String, String>();
            values.put("signedAt", today);
            values.put("noticeAt", today);
            if (history.below(3) == 0) {
                values.put("blocks", history.oneOf(List.of("income", "finance.deposits", "income,house")));
            }
            var outcome =
                    switch (history.below(4)) {
                        case 0 -> archives.refuseConsent(record, values, Desk.USER);
                        case 1 -> archives.withdrawConsent(record, values, Desk.USER);
                        default -> archives.giveConsent(record, values, Desk.USER);
                    };
            history.typed(values, outcome);
        });
    }

    private static LocalDate today(History history) {
        return LocalDate.ofInstant(
                history.acting().clock.instant(), history.acting().clock.getZone());
    }

    /** Values for which a consent is needed. */
    private static void locked(History history) {
        history.record().ifPresent(record -> {
            var typed = new HashMap<String, String>();
            if (history.below(2) == 0) {
                typed.put("finance.deposits", history.household.free("finance.deposits"));
            } else {
                var year = "income.years.y" + (1 + history.below(2));
                typed.put(year + ".year", history.oneOf(List.of("2024", "2025")));
                typed.put(year + ".totalIncome", history.household.free(year + ".totalIncome"));
            }
            edit(history, record, typed);
        });
    }

    /** An item of bad information, or its end. */
    private static void adverse(History history) {
        history.record()
                .ifPresent(record -> edit(
                        history,
                        record,
                        history.household.adverse("adverse.items.a" + (1 + history.below(2)), today(history))));
    }

    private static void rate(History history) {
        history.record().filter(history.acting()::isLive).ifPresent(record -> {
            try {
                history.acting().ratings().rate(record, Desk.USER);
                history.say("rates " + record);
            } catch (AppException refused) {
                // nothing is rated while the clock is wrong
                assertEquals("law.day.unsure", refused.args().get(0));
                history.say("does not rate " + record + " on a day that is not sure");
            }
        });
    }

    /** Some who have a conflict decide it, each in its own way. */
    private static void decide(History history) {
        history.conflict().ifPresent(conflict -> {
            for (var desk : history.having(conflict)) {
                history.turnTo(desk);
                var resolution = resolution(history, conflict);
                var before = desk.content(conflict.record());
                var outcome = desk.archives().resolve(conflict.id(), resolution.what(), Desk.USER);
                history.typed(Map.of(conflict.path(), resolution.name()), outcome);
                if (outcome.isDone()) {
                    Decisions.check(conflict, resolution.name(), before, desk.content(conflict.record()));
                }
            }
        });
    }

    private record Choice(String name, Resolution what) {}

    private static Choice resolution(History history, Conflict conflict) {
        return switch (history.below(4)) {
            case 0 -> new Choice("keeps", Resolution.KEPT);
            case 1 -> new Choice("takes the base", Resolution.BASE);
            case 2 -> new Choice("takes the offer", Resolution.OFFERED);
            default ->
                conflict.isRow()
                        ? new Choice("takes the offer", Resolution.OFFERED)
                        : new Choice("types", Resolution.typed(history.household.free(conflict.path())));
        };
    }

    private static void wrongClock(History history) {
        var days = history.oneOf(List.of(-700, -2, 20, 40, 800, 2500));
        history.acting().clock.advance(Duration.ofDays(days));
        history.say("has a clock off by " + days + " days");
    }

    private static void timePasses(History history) {
        history.city.clock.advance(Duration.ofDays(history.oneOf(List.of(1, 20, 200, 900))));
    }
}
