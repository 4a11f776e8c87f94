package xindang.cli.exchange;

import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import xindang.cli.shell.Answers;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Json;
import xindang.cli.shell.Usage;
import xindang.model.common.ErrorCode;
import xindang.model.exchange.WithheldSummary;
import xindang.model.keeping.Naming;
import xindang.sync.SyncReport;

/** Pushes waiting changes and pulls new ones. */
@Command(name = "sync")
public final class Sync implements Callable<Integer> {
    private final CliSession session;

    public Sync(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (var desk = session.open()) {
            var text = session.text();
            if (desk.engine().platform().isEmpty()) {
                throw new Usage(ErrorCode.NOT_FOUND, text.of("sync.enrol"));
            }
            var report = session.watched(progress -> desk.engine().sync(progress));
            var open = desk.store().conflicts().size();
            var lines = new ArrayList<String>();
            lines.add(text.of("sync.done", report.sent(), report.received()));
            if (open > 0) {
                lines.add(text.of("sync.conflicts", open));
            }
            var withheld = desk.withheld();
            if (!withheld.isEmpty()) {
                lines.add(text.of("sync.withheld", withheld.places(), withheld.names()));
            }
            var naming = new Naming(desk.store(), desk.templates());
            if (!report.waiting().isEmpty()) {
                lines.add(text.of("sync.waiting", report.waiting().size()));
                report.waiting()
                        .forEach(change -> lines.add(text.of(
                                "sync.waits",
                                whose(naming, change.record(), change.sequence()),
                                sentence(change.code(), change.text()))));
            }
            if (report.platformSetBack()) {
                lines.add(text.of("sync.set-back"));
            }
            if (report.becameOwn()) {
                lines.add(text.of("sync.became-own"));
            }
            report.setAside()
                    .forEach(rejected -> lines.add(
                            text.of("sync.aside", item(naming, rejected), sentence(rejected.code(), rejected.text()))));
            report.wrongClock().ifPresent(ahead -> lines.add(session.sentences().wrongClock(ahead)));
            session.answer(json(report, open, withheld), lines);
            return report.setAside().isEmpty() ? 0 : Answers.SOME_REFUSED;
        }
    }

    private Json json(SyncReport report, int conflicts, WithheldSummary withheld) {
        var states = report.states();
        return new Json()
                .put("sent", report.sent())
                .put("received", report.received())
                .put("conflicts", conflicts)
                .put("waiting", report.waiting().size())
                .put("withheld", new Json().put("places", withheld.places()).texts("fields", withheld.fields()))
                .flag("platformSetBack", report.platformSetBack())
                .flag("becameOwn", report.becameOwn())
                .put("clockAheadSeconds", report.clockAhead().toSeconds())
                .put(
                        "states",
                        new Json()
                                .put("local", states.local())
                                .put("sealed", states.sealed())
                                .put("receipted", states.receipted())
                                .put("settled", states.settled()))
                .objects(
                        "setAside",
                        report.setAside().stream()
                                .map(rejected -> new Json()
                                        .put("sequence", rejected.sequence())
                                        .put("record", id(rejected.record()))
                                        .put("code", rejected.code())
                                        .put("field", rejected.field())
                                        .put("message", sentence(rejected.code(), rejected.text())))
                                .toList())
                .objects(
                        "waits",
                        report.waiting().stream()
                                .map(change -> new Json()
                                        .put("sequence", change.sequence())
                                        .put("record", id(change.record()))
                                        .put("code", change.code())
                                        .put("for", change.wanted().toString())
                                        .put("message", sentence(change.code(), change.text())))
                                .toList());
    }

    private static String id(Optional<UUID> record) {
        return record.map(UUID::toString).orElse("");
    }

    /** Returns the subject of a change, or the number of the change if the archive lacks the record. */
    private String whose(Naming naming, Optional<UUID> record, long sequence) {
        return record.flatMap(naming::subject).orElseGet(() -> session.text().of("sync.change", sequence));
    }

    private String item(Naming naming, SyncReport.SetAside rejected) {
        var whose = whose(naming, rejected.record(), rejected.sequence());
        var item = rejected.record()
                .flatMap(record -> naming.item(record, rejected.field()))
                .orElse(rejected.field());
        return item.isEmpty() ? whose : whose + " · " + item;
    }

    private String sentence(String code, String own) {
        return session.sentences().ofPlatform(code, own);
    }
}
