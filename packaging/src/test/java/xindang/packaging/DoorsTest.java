package xindang.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaModifier;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import xindang.model.archive.ArchiveStore;

/**
 * A rule at one door is no rule: whatever takes a value in or gives one out asks the law. Each place through which values pass
 * is named here with the methods that may use it, and what each of them asks {@code Gate} on its way.
 */
class DoorsTest {
    private static final Reach REACH = new Reach(House.written());

    /** What a method may read of a record without asking, since nothing that the law closes leaves through it. */
    private enum Reads {
        /** The name and the number of the subject, its division, or how many values it has. */
        HEAD,
        /** A rating, a report or a query, of which no person is the subject. */
        SYSTEM,
        /** What a write starts from; the write is judged where it is saved. */
        BASE,
        /** What was judged before it was handed over: whoever calls the method has a row. */
        JUDGED,
        /** Figures of the store itself, or the invented people of the practice. */
        OWN
    }

    /** A method that uses a place where values pass, and what it asks on its way, or what it reads without asking. */
    private record Door(String method, Set<String> asks, Set<Reads> reads) {
        static Door asks(String method, String... rules) {
            return new Door(method, Set.of(rules), Set.of());
        }

        static Door reads(String method, Reads what) {
            return new Door(method, Set.of(), Set.of(what));
        }
    }

    private record Sink(String method, List<Door> doors) {
        Sink(String method, Door... doors) {
            this(method, List.of(doors));
        }
    }

    /** Where values come to serving: on the disk of an office, in its drafts, at the platform. */
    private static final List<Sink> IN = List.of(
            new Sink(
                    "ArchiveStore.save",
                    Door.asks("Archives.save", "Gate.record", "Gate.consentRows", "Gate.consentDecision"),
                    Door.asks("Archives.move", "Gate.read", "Gate.words"),
                    Door.asks("Archives.logged", "Gate.words"),
                    Door.asks(
                            "Run.go",
                            "Gate.read",
                            "Gate.words",
                            "Gate.masked",
                            "Gate.consents",
                            "Gate.refusals",
                            "Gate.due"),
                    Door.reads("Run.save", Reads.JUDGED),
                    Door.asks("Undo.run", "Gate.record"),
                    Door.asks("Ratings.rate", "Gate.lawful"),
                    Door.asks("Regional.run", "Gate.lawful"),
                    Door.asks("Reports.issued", "Gate.passOn")),
            new Sink(
                    "ArchiveStore.saveOne",
                    Door.asks("Archives.keep", "Gate.read", "Gate.masked", "Gate.record", "Gate.consentRows")),
            new Sink(
                    "Run.save",
                    Door.asks(
                            "Run.go",
                            "Gate.read",
                            "Gate.words",
                            "Gate.masked",
                            "Gate.consents",
                            "Gate.refusals",
                            "Gate.due")),
            new Sink("H2ArchiveStore.save", Door.asks("Disposal.delete", "Gate.past")),
            new Sink("ArchiveStore.erase", Door.asks("Erasures.erase", "Gate.words")),
            new Sink(
                    "DraftStore.keep",
                    Door.asks("Drafts.keep", "Gate.draftWords", "Gate.draftItems"),
                    Door.reads("DraftStore.forget", Reads.OWN)),
            new Sink("Fold.arrived", Door.asks("H2ExchangeStore.arrived", "Gate.withholding")),
            new Sink("Setup.<init>", Door.asks("Setup.of", "Gate.words")),
            new Sink(
                    "Turn.apply",
                    Door.asks("Inbox.decide", "Scrutiny.objections"),
                    Door.asks("Handover.take", "Scrutiny.objections")),
            new Sink(
                    "Turn.accept",
                    Door.reads("Turn.apply", Reads.JUDGED),
                    Door.asks("Turn.released", "Scrutiny.objections")),
            new Sink(
                    "Turn.quarantine",
                    Door.asks("Inbox.aside", "Gate.withholding", "Gate.words"),
                    Door.asks("Inbox.decide", "Gate.withholding", "Gate.ended"),
                    Door.reads("Turn.afterErasure", Reads.HEAD)),
            new Sink(
                    "Turn.defer",
                    Door.asks("Inbox.decide", "Gate.withholding"),
                    Door.asks("Handover.take", "Gate.withholding")),
            new Sink("Turn.erase", Door.asks("Inbox.decide", "Gate.words"), Door.asks("Handover.take", "Gate.words")));

    /** Where what a record says or said leaves the archive: to a screen, a file, paper, a figure. */
    private static final List<Sink> OUT = List.of(
            new Sink(
                    "ArchiveRecord.content",
                    Door.asks("Show.call", "Gate.lawful"),
                    Door.asks("Conflicts.shown", "Gate.past"),
                    Door.asks("UseCases.closes", "Gate.past"),
                    Door.asks("Resolve.call", "Gate.past"),
                    Door.asks("Doctor.words", "Gate.forbidden"),
                    Door.asks("Doctor.children", "Gate.lawful"),
                    Door.reads("Twins.of", Reads.HEAD),
                    Door.reads("Twins.isUnverified", Reads.HEAD),
                    Door.reads("UseCases.nameOf", Reads.HEAD),
                    Door.reads("PracticeExchange.contents", Reads.OWN),
                    Door.asks("FormViewModel.open", "Gate.past"),
                    Door.reads("Saver.current", Reads.BASE),
                    Door.reads("Saver.write", Reads.BASE),
                    Door.asks("Saver.odd", "Gate.lawful"),
                    Door.asks("ConflictReader.clash", "Gate.past"),
                    Door.asks("ConflictReader.contested", "Gate.past"),
                    Door.asks("IssueChecks.consent", "Gate.passOn", "Gate.consents"),
                    Door.asks("IssueChecks.contested", "Gate.past"),
                    Door.asks("IssueChecks.of", "Gate.lawful"),
                    Door.reads("IssueChecks.rated", Reads.SYSTEM),
                    Door.reads("RatingViewModel.name", Reads.HEAD),
                    Door.reads("RatingViewModel.place", Reads.HEAD),
                    Door.asks("RatingViewModel.unchecked", "Gate.lawful"),
                    Door.reads("ReportViewModel.name", Reads.HEAD),
                    Door.reads("ReportViewModel.path", Reads.HEAD),
                    Door.asks("Reports.dossier", "Gate.lawful", "Gate.passOn", "Gate.consents"),
                    Door.asks("Reports.oddities", "Gate.lawful"),
                    Door.asks("Reports.passOn", "Gate.passOn"),
                    Door.reads("StatementParts.queries", Reads.SYSTEM),
                    Door.asks("Ratings.facts", "Gate.lawful"),
                    Door.asks("Ratings.mayBeShown", "Gate.lawful", "Gate.consents", "Gate.past"),
                    Door.asks("Ratings.deletedSince", "Gate.past"),
                    Door.asks("Ratings.standing", "Gate.lawful"),
                    Door.asks("Standings.standing", "Gate.lawful"),
                    Door.reads("Ratings.stored", Reads.SYSTEM),
                    Door.reads("LocalShares.compute", Reads.SYSTEM),
                    Door.reads("Naming.subject", Reads.HEAD),
                    Door.reads("Erasures.names", Reads.BASE),
                    Door.reads("Archives.target", Reads.BASE),
                    Door.reads("Archives.save", Reads.BASE),
                    Door.reads("Drafts.subject", Reads.BASE),
                    Door.reads("RowWriter.write", Reads.BASE),
                    Door.asks("Work.undo", "Gate.record"),
                    Door.reads("Work.leave", Reads.HEAD),
                    Door.reads("Undo.isUntouched", Reads.BASE),
                    Door.reads("Disposal.stillUndone", Reads.BASE),
                    Door.asks("RowWriter.withNewerWork", "Gate.lawful"),
                    Door.reads("RowWriter.isUnverified", Reads.BASE),
                    Door.reads("Belonging.households", Reads.BASE),
                    Door.reads("Belonging.named", Reads.HEAD),
                    Door.asks("Disposal.draft", "Gate.past"),
                    Door.asks("TermTable.fill", "Gate.firstDue"),
                    Door.reads("AboutTable.region", Reads.OWN),
                    Door.reads("RecordReader.placed", Reads.OWN)),
            new Sink(
                    "ArchiveStore.history",
                    Door.asks("UseCases.closes", "Gate.past"),
                    Door.asks("HistoryReader.read", "Gate.past"),
                    Door.reads("ArchiveListViewModel.lookBack", Reads.HEAD),
                    Door.asks("ConflictReader.contested", "Gate.past"),
                    Door.asks("IssueChecks.contested", "Gate.past"),
                    Door.asks("Archives.resolve", "Gate.past"),
                    Door.reads("NewerWork.kept", Reads.BASE),
                    Door.asks("Work.undo", "Gate.record"),
                    Door.reads("Undo.hasSince", Reads.SYSTEM),
                    Door.reads("ErasureReport.before", Reads.HEAD),
                    Door.reads("Erasures.names", Reads.BASE),
                    Door.asks("Ratings.deletedSince", "Gate.past"),
                    Door.asks("Ratings.standing", "Gate.lawful")));

    @Test
    void whateverComesInIsJudged() {
        assertEquals(List.of(), wrong(IN));
    }

    @Test
    void whateverLeavesIsJudged() {
        assertEquals(List.of(), wrong(OUT));
    }

    /** Whoever keeps a clock beside a store keeps one that is put right: no object can be made with that of the machine. */
    @Test
    void noClockBesideAStoreIsThatOfTheMachine() {
        var found = new TreeSet<String>();
        for (var type : House.written()) {
            for (var made : type.getConstructors()) {
                var parameters = made.getRawParameterTypes();
                var calls = made.getMethodCallsFromSelf().stream()
                        .map(call -> call.getTargetOwner().getSimpleName() + "." + call.getName())
                        .toList();
                if (parameters.stream().anyMatch(parameter -> parameter.isAssignableTo(ArchiveStore.class))
                        && parameters.stream().anyMatch(parameter -> parameter.isEquivalentTo(Clock.class))
                        && !Reach.isLaw(type)
                        && !calls.contains("Gate.clock")) {
                    found.add(type.getSimpleName());
                }
            }
        }
        assertEquals(Set.of(), found);
    }

    /** Where is article 14(2)? It has one room, and {@code Gate} is its door. */
    @Test
    void theLawAnswersThroughTheGateAlone() {
        var found = new TreeSet<String>();
        for (var type : House.written()) {
            if (Reach.isLaw(type)) {
                continue;
            }
            for (var call : type.getMethodCallsFromSelf()) {
                var owner = call.getTargetOwner();
                var isRule = call.getTarget()
                        .resolveMember()
                        .filter(method -> method.getModifiers().contains(JavaModifier.STATIC))
                        .isPresent();
                if (Reach.isLaw(owner) && isRule && !owner.getSimpleName().equals("Gate") && !owner.isEnum()) {
                    found.add(Reach.name(call.getOrigin()) + " asks "
                            + call.getTarget().getFullName());
                }
            }
            // an answer that somebody else made is none
            type.getConstructorCallsFromSelf().stream()
                    .filter(call -> Reach.isLaw(call.getTargetOwner())
                            && call.getTargetOwner().isTopLevelClass())
                    .forEach(call -> found.add(Reach.name(call.getOrigin()) + " makes "
                            + call.getTargetOwner().getSimpleName()));
        }
        assertEquals(Set.of(), found, "the law is asked through Gate: give Gate a method, and call that");
    }

    private static List<String> wrong(List<Sink> sinks) {
        return sinks.stream().flatMap(sink -> wrong(sink).stream()).toList();
    }

    private static List<String> wrong(Sink sink) {
        var wrong = new ArrayList<String>();
        var callers = REACH.callers(sink.method());
        for (var door : sink.doors()) {
            var units = callers.remove(door.method());
            if (units == null) {
                wrong.add(
                        door.method() + " does not call " + sink.method() + " any more: take its row out of DoorsTest");
                continue;
            }
            for (var unit : units) {
                var missing = new TreeSet<>(door.asks());
                missing.removeAll(REACH.from(unit));
                missing.forEach(
                        rule -> wrong.add(door.method() + " calls " + sink.method() + " and does not ask " + rule));
            }
        }
        callers.keySet()
                .forEach(caller -> wrong.add(caller + " calls " + sink.method()
                        + " and has no row: ask Gate there, and name method and rule in DoorsTest"));
        return wrong;
    }
}
