package xindang.cli.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Usage;
import xindang.model.intake.PaperConsent;

/** The options about the paper consents of an import. */
record PaperOptions(
        CliSession session,
        @Nullable String collect,
        @Nullable String pass,
        String receiver,
        String purpose,
        @Nullable String signedOn,
        @Nullable String until) {
    private static final String PAPER = "paper:";

    /**
     * Returns the paper consents.
     *
     * @throws Usage if the options do not fit together or a date is invalid
     */
    List<PaperConsent> papers() {
        var text = session.text();
        var named = !receiver.isBlank() && !purpose.isBlank();
        if (pass != null && !named) {
            throw new Usage(text.of("import.pass.needs"));
        }
        if (pass == null && (until != null || !receiver.isBlank() || !purpose.isBlank())) {
            throw new Usage(text.of("import.pass.without"));
        }
        if (signedOn != null && collect == null && pass == null) {
            throw new Usage(text.of("import.signed.without"));
        }
        var signed = session.date(signedOn);
        var end = session.date(until);
        var papers = new ArrayList<PaperConsent>();
        if (collect != null) {
            papers.add(PaperConsent.toCollect(reference(collect, "--consent"), signed));
        }
        if (pass != null) {
            papers.add(new PaperConsent(
                    reference(pass, "--consent-pass"), signed, receiver.strip(), purpose.strip(), end));
        }
        papers.forEach(paper -> paper.wrong().ifPresent(why -> {
            throw new Usage(session.sentence(why));
        }));
        return papers;
    }

    /**
     * Checks the dates.
     *
     * @param today the day that the archive records for today's changes
     * @throws Usage if a date is impossible
     */
    void requirePossible(LocalDate today) {
        var signed = session.date(signedOn);
        if (signed.filter(day -> day.isAfter(today)).isPresent()) {
            throw new Usage(session.text().of("import.signed.future", String.valueOf(signedOn)));
        }
        if (session.date(until)
                .filter(day -> day.isBefore(signed.orElse(today)))
                .isPresent()) {
            throw new Usage(session.text().of("import.until.past", String.valueOf(until)));
        }
    }

    /** Returns the reference of the papers, the text after {@code paper:}. */
    private String reference(String typed, String option) {
        var reference =
                typed.startsWith(PAPER) ? typed.substring(PAPER.length()).strip() : "";
        if (reference.isEmpty()) {
            throw new Usage(session.text().of("import.consent.form", typed, option));
        }
        return reference;
    }
}
