package xindang.cli.archive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import xindang.cli.shell.Answers;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Json;
import xindang.cli.shell.Usage;
import xindang.model.law.ConsentRow;

/** Records a consent, a refusal or a withdrawal of a person. */
@Command(name = "consent")
public final class ConsentCommand implements Callable<Integer> {
    private final CliSession session;

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "help.id")
    private String id = "";

    @Option(names = "--give", descriptionKey = "help.consent.give")
    private boolean give;

    @Option(names = "--refuse", descriptionKey = "help.consent.refuse")
    private boolean refuse;

    @Option(names = "--withdraw", descriptionKey = "help.consent.withdraw")
    private boolean withdraw;

    @Option(names = "--use", paramLabel = "collect|pass-on", descriptionKey = "help.consent.use")
    private String use = ConsentRow.COLLECT;

    @Option(names = "--items", paramLabel = "ITEM,...", descriptionKey = "help.consent.items")
    private String items = "";

    @Option(names = "--to", paramLabel = "NAME", descriptionKey = "help.consent.to")
    private String receiver = "";

    @Option(names = "--for", paramLabel = "PURPOSE", descriptionKey = "help.consent.for")
    private String purpose = "";

    @Option(names = "--on", paramLabel = "DATE", descriptionKey = "help.consent.on")
    private @Nullable String on;

    @Option(names = "--notice-on", paramLabel = "DATE", descriptionKey = "help.consent.notice-on")
    private @Nullable String noticeOn;

    @Option(names = "--until", paramLabel = "DATE", descriptionKey = "help.consent.until")
    private @Nullable String until;

    @Option(names = "--paper", paramLabel = "REF", descriptionKey = "help.consent.paper")
    private String paper = "";

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "help.consent.reason")
    private String reason = "";

    public ConsentCommand(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var wanted = session.id(id);
        var row = row();
        try (var desk = session.open()) {
            var archives = desk.archives();
            // the last sure day may be too early: it would date a withdrawal before its consent
            var day = archives.day();
            if (day.clock().isAfter(day.records()) && !row.containsKey("signedAt")) {
                throw new Usage(session.text().of("consent.unsure", day.clock().toString()));
            }
            var today = day.records().toString();
            row.putIfAbsent("signedAt", today);
            if (give) {
                row.putIfAbsent("noticeAt", row.getOrDefault("signedAt", today));
            }
            var outcome = give
                    ? archives.giveConsent(wanted, row, desk.user())
                    : refuse
                            ? archives.refuseConsent(wanted, row, desk.user())
                            : archives.withdrawConsent(wanted, row, desk.user());
            if (!outcome.isDone()) {
                return new Answers(session).refused(desk.template(desk.record(wanted)), outcome);
            }
            session.answer(
                    new Json()
                            .put("id", wanted.toString())
                            .put("act", give ? "give" : refuse ? "refuse" : "withdraw")
                            .put("use", use)
                            .put("on", row.getOrDefault("signedAt", "")),
                    List.of(session.text().of("consent.recorded", row.getOrDefault("signedAt", ""))));
        }
        return 0;
    }

    /** Returns the values of the consent row from the options. */
    private Map<String, String> row() {
        var text = session.text();
        if (Stream.of(give, refuse, withdraw).filter(chosen -> chosen).count() != 1) {
            throw new Usage(text.of("consent.one"));
        }
        var passOn = use.equals(ConsentRow.PASS_ON);
        if (!passOn && !use.equals(ConsentRow.COLLECT)) {
            throw new Usage(text.of("usage.value", "--use", use));
        }
        if (!passOn && !(receiver + purpose).isBlank()) {
            throw new Usage(text.of("consent.pass.without"));
        }
        if (!give && (noticeOn != null || until != null || !purpose.isBlank())) {
            throw new Usage(text.of("consent.give.only"));
        }
        var row = new HashMap<String, String>();
        row.put("use", use);
        row.put("blocks", items.strip());
        row.put("receiver", receiver.strip());
        row.put("purpose", purpose.strip());
        session.date(on).ifPresent(day -> row.put("signedAt", day.toString()));
        session.date(noticeOn).ifPresent(day -> row.put("noticeAt", day.toString()));
        session.date(until).ifPresent(end -> row.put("until", end.toString()));
        row.put("reference", paper.strip());
        row.put("reason", reason.strip());
        return row;
    }
}
