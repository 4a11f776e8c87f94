package xindang.cli.exchange;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import xindang.cli.shell.Answers;
import xindang.cli.shell.Json;
import xindang.cli.shell.Session;
import xindang.cli.shell.Usage;
import xindang.model.common.ErrorCode;
import xindang.sync.SyncReport;

/** Sends what waits and takes what is new. */
@Command(name = "sync")
public final class Sync implements Callable<Integer> {
    private final Session session;

    public Sync(Session session) {
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
            if (report.waiting() > 0) {
                lines.add(text.of("sync.waiting", report.waiting()));
            }
            if (report.platformSetBack()) {
                lines.add(text.of("sync.set-back"));
            }
            if (report.becameOwn()) {
                lines.add(text.of("sync.became-own"));
            }
            report.setAside().forEach(aside -> lines.add(text.of("sync.aside", aside.field(), sentence(aside))));
            report.wrongClock().ifPresent(ahead -> lines.add(session.sentences().wrongClock(ahead)));
            session.answer(json(report, open), lines);
            return report.setAside().isEmpty() ? 0 : Answers.SOME_REFUSED;
        }
    }

    private Json json(SyncReport report, int conflicts) {
        var states = report.states();
        return new Json()
                .put("sent", report.sent())
                .put("received", report.received())
                .put("conflicts", conflicts)
                .put("waiting", report.waiting())
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
                                .map(aside -> new Json()
                                        .put("sequence", aside.sequence())
                                        .put("code", aside.code())
                                        .put("field", aside.field())
                                        .put("message", sentence(aside)))
                                .toList());
    }

    private String sentence(SyncReport.SetAside aside) {
        return session.sentences().ofPlatform(aside.code(), aside.text());
    }
}
