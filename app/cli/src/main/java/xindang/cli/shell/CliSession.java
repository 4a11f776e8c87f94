package xindang.cli.shell;

import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Finding;
import xindang.model.common.Ids;
import xindang.model.common.Passwords;
import xindang.model.common.Progress;
import xindang.model.common.Violation;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Templates;
import xindang.model.text.Sentences;
import xindang.model.value.PartialDate;
import xindang.model.value.PersonalNumbers;
import xindang.persistence.Workspace;

/** One run of the command line: the shared options and services. */
public final class CliSession {
    private static final String PASSWORD = "XINDANG_PASSWORD";
    private static final String RECOVERY_KEY = "XINDANG_RECOVERY_KEY";

    private final Terminal terminal;
    private final CliMessages text;
    private final Sentences sentences;
    private final Form form;
    private final DataFolder folder;
    private Optional<Path> archive = Optional.empty();
    private Optional<Templates> templates = Optional.empty();

    public CliSession(Terminal terminal, Locale locale, Form form) {
        this.terminal = terminal;
        this.text = new CliMessages(locale);
        this.sentences = Sentences.of(locale);
        this.form = form;
        this.folder = DataFolder.of(terminal.environment());
    }

    /** The output format of a command. */
    public enum Form {
        TEXT,
        JSON
    }

    /** Sets the archive. Without it, the one in the user's data folder is used. */
    public void useArchive(Path path) {
        archive = Optional.of(path);
    }

    public Path archive() {
        return archive.orElseGet(folder::archive);
    }

    public DataFolder dataFolder() {
        return folder;
    }

    public Terminal terminal() {
        return terminal;
    }

    public LocalDate today() {
        return LocalDate.now(clock());
    }

    /**
     * Returns the date of an option.
     *
     * @throws Usage if the text is no date
     */
    public Optional<LocalDate> date(@Nullable String typed) {
        if (typed == null) {
            return Optional.empty();
        }
        var read = PartialDate.read(typed).value().map(PartialDate::toString).filter(text -> text.length() == 10);
        return Optional.of(read.map(LocalDate::parse)
                .orElseThrow(() -> new Usage(text().of("usage.date", PersonalNumbers.masked(typed)))));
    }

    /**
     * Returns the purpose for showing numbers.
     *
     * @throws Usage if unmasked numbers are requested without a purpose
     */
    public Optional<String> purpose(boolean full, @Nullable String typed) {
        var purpose = Optional.ofNullable(typed).filter(words -> !words.isBlank());
        if (full && purpose.isEmpty()) {
            throw new Usage(text.of("show.purpose.missing"));
        }
        return purpose;
    }

    public Clock clock() {
        return terminal.clock();
    }

    public CliMessages text() {
        return text;
    }

    public Sentences sentences() {
        return sentences;
    }

    public Form form() {
        return form;
    }

    public Templates templates() {
        var known = templates.orElseGet(ShippedTemplates::load);
        templates = Optional.of(known);
        return known;
    }

    public Ids ids() {
        return new Ids(clock(), new SecureRandom());
    }

    /** Opens the archive. The password comes from the environment or the keyboard. */
    public UseCases open() {
        var desk = open(Workspace::open);
        var known = desk.workspace().findings();
        known.forEach(this::noteFinding);
        // prints later findings, from repairs during the command, at its end
        desk.atClose(() -> desk.workspace().findings().stream()
                .filter(finding -> !known.contains(finding))
                .forEach(this::noteFinding));
        return desk;
    }

    private void noteFinding(xindang.persistence.disk.ArchiveFinding finding) {
        note(sentences.finding(finding.code(), finding.args()));
    }

    /** Opens an archive with a lost password. The recovery key comes from the environment or the keyboard. */
    public Workspace openWithRecovery() {
        requireArchive();
        try {
            return Workspace.openWithRecovery(
                    archive(), new String(secret(RECOVERY_KEY, "prompt.recovery")), templates(), clock());
        } catch (AppException e) {
            if (e.code() != ErrorCode.WRONG_PASSWORD) {
                throw e;
            }
            throw new Usage(
                    e.code(),
                    e.args().isEmpty()
                            ? text.of("recover.other")
                            : text.of("recover.group", e.args().get(0)));
        }
    }

    private void requireArchive() {
        if (!Workspace.exists(archive())) {
            throw new AppException(ErrorCode.NOT_FOUND, "no archive", text.of("usage.archive.none", archive()));
        }
    }

    /** Opens the archive in another way, for example with a repair. */
    public UseCases open(Opening opening) {
        requireArchive();
        var password = password();
        try {
            return desk(opening.open(archive(), password, templates(), clock()));
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** A way to open an archive. */
    @FunctionalInterface
    public interface Opening {
        Workspace open(Path folder, char[] password, Templates templates, Clock clock);
    }

    /** Creates an archive. The recovery key is shown once and stored nowhere. */
    public Workspace.Created create(Path place, String region, String user, String device, char[] password) {
        try {
            return Workspace.create(place, Workspace.Setup.of(region, user, device), password, templates(), clock());
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** Returns the use cases of an open archive. */
    public UseCases desk(Workspace workspace) {
        return new UseCases(workspace, templates(), ids(), clock());
    }

    /** Returns the password of the archive. */
    public char[] password() {
        return password("prompt.password");
    }

    /** Returns a new password. On the keyboard it must be typed twice. */
    public char[] newPassword() {
        var first = password("prompt.new");
        if (Passwords.tooShort(CharBuffer.wrap(first))) {
            Arrays.fill(first, '\0');
            throw new Usage(text.of("usage.password.short", Passwords.SHORTEST));
        }
        if (terminal.environment().containsKey(PASSWORD)) {
            return first;
        }
        var second = password("prompt.again");
        var same = Arrays.equals(first, second);
        Arrays.fill(second, '\0');
        if (!same) {
            throw new Usage(text.of("usage.password.differs"));
        }
        return first;
    }

    private char[] password(String question) {
        var typed = secret(PASSWORD, question);
        if (typed.length == 0) {
            throw new Usage(text.of("usage.password.empty"));
        }
        return typed;
    }

    /** Returns a secret from the environment or the keyboard. */
    private char[] secret(String variable, String question) {
        var given = terminal.environment().get(variable);
        return given != null
                ? given.toCharArray()
                : terminal.prompt()
                        .orElseThrow(() -> new Usage(text.of("usage.secret.none", variable)))
                        .ask(text.of(question));
    }

    /** Returns the typed id of a record or conflict. */
    public UUID id(String typed) {
        try {
            return UUID.fromString(typed.strip());
        } catch (IllegalArgumentException e) {
            throw new Usage(text.of("usage.id", PersonalNumbers.masked(typed)));
        }
    }

    /**
     * Returns the typed path of a file.
     *
     * @throws Usage if it is a folder
     */
    public Path file(Path typed) {
        if (Files.isDirectory(typed)) {
            throw new Usage(ErrorCode.UNREADABLE, text.of("usage.folder", typed));
        }
        return typed;
    }

    /** Runs work and shows its progress. */
    public <T> T watched(Work<T> work) {
        try (var bar = new TerminalProgress(terminal, text)) {
            return work.run(bar);
        }
    }

    /** A work that reports its progress. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress);
    }

    /** Prints the answer in the requested format. */
    public void answer(Json json, List<String> lines) {
        if (form == Form.JSON) {
            terminal.out().println(json);
        } else {
            lines.forEach(terminal.out()::println);
        }
    }

    /** Prints a message that is not part of the answer. */
    public void note(String line) {
        terminal.err().println(line);
    }

    /** Returns findings of a use case as JSON. */
    public List<Json> findings(List<Finding> findings) {
        var all = new ArrayList<Json>();
        for (var finding : findings) {
            all.add(violation(finding.violation()).put("path", finding.path()));
        }
        return all;
    }

    /** Returns a violation as JSON. */
    public Json violation(Violation violation) {
        return new Json().put("code", violation.code()).put("message", sentence(violation));
    }

    /** Returns a violation as a sentence with masked numbers. */
    public String sentence(Violation violation) {
        var args = violation.args().stream().map(PersonalNumbers::masked).toList();
        return sentences.of(new Violation(violation.code(), args));
    }
}
