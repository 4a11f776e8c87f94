package xindang.desktop.report;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import xindang.desktop.office.LawfulText;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Dialogs;
import xindang.desktop.ui.Tasks;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.Standing;
import xindang.model.common.Violation;
import xindang.model.report.Prepared;
import xindang.model.report.Reports;
import xindang.model.report.Request;
import xindang.model.template.Audience;
import xindang.reports.layout.PaperPage;

/**
 * The report of one subject before it is issued. It shows nothing before a purpose is entered. The shown pages are
 * exactly the printed ones for the chosen reader.
 */
public final class ReportViewModel {
    public final StringProperty purpose;
    public final ObjectProperty<Audience> audience = new SimpleObjectProperty<>(Audience.OFFICE);
    /** The name of the issuing office. */
    public final StringProperty issuer;
    /** The name of the receiver. The next report starts without it, because its receiver may differ. */
    public final StringProperty recipient = new SimpleStringProperty("");

    private final ObservableList<PaperPage> pages = FXCollections.observableArrayList();
    private final ObservableList<IssueCheck> checks = FXCollections.observableArrayList();
    private final ObservableList<String> reasons = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Prepared>> prepared = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<Asked, String>> wrong = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper toRate = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<String>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** A field for free text. */
    enum Asked {
        PURPOSE,
        RECIPIENT,
        ISSUER
    }

    private final Desk desk;
    private final Office office;
    private final Press press;
    private final ArchiveRecord subject;
    private final Tasks.Lane preparing;
    private final Set<String> logged = new HashSet<>();
    private String keptIssuer;

    /** @param purpose purpose of the previous report of this type; it is proposed again */
    ReportViewModel(
            Desk desk, Office office, Press press, ArchiveRecord subject, String issuer, StringProperty purpose) {
        this.desk = desk;
        this.office = office;
        this.press = press;
        this.subject = subject;
        this.purpose = new SimpleStringProperty(purpose.get());
        this.issuer = new SimpleStringProperty(issuer);
        keptIssuer = issuer;
        preparing = desk.tasks().latest("report");
        this.purpose.addListener((o, before, now) -> {
            purpose.set(now);
            prepare();
        });
        audience.addListener((o, before, now) -> prepare());
        recipient.addListener((o, before, now) -> prepare());
    }

    /** Returns the pages as they are printed. Empty if there is no report. */
    ObservableList<PaperPage> pages() {
        return pages;
    }

    ObservableList<IssueCheck> checks() {
        return checks;
    }

    /** Returns the reasons why there is no report. */
    ObservableList<String> reasons() {
        return reasons;
    }

    ReadOnlyIntegerProperty pageProperty() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Prepared>> preparedProperty() {
        return prepared.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Returns true if the report has no grade and a new rating could give one. */
    ReadOnlyBooleanProperty toRateProperty() {
        return toRate.getReadOnlyProperty();
    }

    /** Returns the reason why printing failed. */
    ReadOnlyObjectProperty<Optional<String>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    String kind() {
        return subject.type();
    }

    String name() {
        var paths = office.templates().get(subject.template()).subjectPaths();
        return subject.content().text(paths.name());
    }

    /** Returns place, group and name for the top bar. */
    String path() {
        var template = office.templates().get(subject.template());
        var group = template.subjectPaths()
                .group()
                .map(path -> subject.content().text(path))
                .filter(words -> !words.isEmpty())
                .map(words -> ">" + words)
                .orElse("");
        return office.place(subject.region()) + group + ">" + name();
    }

    void turnTo(int index) {
        if (index >= 0 && index < pages.size()) {
            page.set(index);
        }
    }

    /** Saves the typed name of the office for this report and later ones. */
    void issuerEntered() {
        var typed = issuer.get().strip();
        if (typed.equals(keptIssuer)) {
            return;
        }
        keptIssuer = typed;
        if (!typed.isEmpty() && LawfulText.ofText(desk.text(), typed).isEmpty()) {
            desk.tasks()
                    .start(
                            "issuer",
                            progress -> {
                                press.keepIssuer().accept(typed);
                                return typed;
                            },
                            kept -> {},
                            desk.dialogs()::failed);
        }
        prepare();
    }

    /** Makes the pages again for the current purpose, reader and office. */
    void prepare() {
        prepare(() -> {});
    }

    private void prepare(Runnable then) {
        var request = request();
        wrong.set(wrong(request));
        if (request.purpose().isEmpty()) {
            refuse(List.of(desk.text().of("report.purpose.first")));
            return;
        }
        preparing.run(
                progress -> make(request),
                made -> {
                    show(made);
                    then.run();
                },
                desk.dialogs()::failed);
    }

    /** Returns the error texts by field. */
    ReadOnlyObjectProperty<Map<Asked, String>> wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    private Map<Asked, String> wrong(Request request) {
        var found = new EnumMap<Asked, String>(Asked.class);
        LawfulText.ofText(desk.text(), request.purpose()).ifPresent(words -> found.put(Asked.PURPOSE, words));
        LawfulText.ofText(desk.text(), request.recipient()).ifPresent(words -> found.put(Asked.RECIPIENT, words));
        LawfulText.ofText(desk.text(), request.issuer()).ifPresent(words -> found.put(Asked.ISSUER, words));
        return found;
    }

    /** Runs {@code issue} after the pages contain the current input. */
    private void upToDate(Runnable issue) {
        var current = Optional.of(request()).equals(prepared.get().map(Prepared::request));
        if (current) {
            issue.run();
        } else {
            prepare(issue);
        }
    }

    /** Rates the subject again and makes new pages. A report never rates by itself. */
    void rate() {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        desk.tasks()
                .start(
                        "report.rate",
                        progress -> office.ratings().rate(subject.id(), office.user()),
                        rated -> {
                            busy.set(false);
                            prepare();
                        },
                        problem -> {
                            busy.set(false);
                            desk.dialogs().failed(problem);
                        });
    }

    /** Prints the shown report and logs it. */
    void print() {
        upToDate(this::printShown);
    }

    private void printShown() {
        issue("report.print", Reports.Medium.PRINT, (ready, shown) -> {
            var target = press.printing().printer();
            if (target.isEmpty()) {
                return desk.text().of("report.printer.none");
            }
            var pdf = press.paper().pdf(ready.content());
            press.reports().issued(List.of(ready), Reports.Medium.PRINT);
            var accepted = press.printing().print(title(ready), pdf, shown);
            return accepted ? "" : desk.text().of("report.printer.refused", target.get());
        });
    }

    /** Saves the shown report as PDF and logs it. */
    void savePdf() {
        upToDate(this::saveShown);
    }

    private void saveShown() {
        prepared.get().ifPresent(ready -> {
            var wish =
                    new Dialogs.FileWish(desk.text().of("report.save"), title(ready) + ".pdf", "PDF", List.of("*.pdf"));
            desk.dialogs().saveFile(wish).ifPresent(file -> save(file));
        });
    }

    private void save(Path file) {
        issue("report.save", Reports.Medium.EXPORT, (ready, shown) -> {
            var printed = press.paper().print(ready.content());
            SavedReport.write(
                    file, printed.bytes(), () -> press.reports().issued(List.of(ready), Reports.Medium.EXPORT));
            return "";
        });
    }

    /** Returns an empty text, or the reason for a failure. Runs in the background. */
    private interface Issue {
        String run(Prepared ready, List<PaperPage> shown);
    }

    private void issue(String name, Reports.Medium medium, Issue work) {
        if (prepared.get().isEmpty() || busy.get()) {
            return;
        }
        var ready = prepared.get().get();
        var shown = List.copyOf(pages);
        busy.set(true);
        failure.set(Optional.empty());
        desk.tasks()
                .start(
                        name,
                        progress -> work.run(ready, shown),
                        problem -> {
                            busy.set(false);
                            if (problem.isEmpty()) {
                                desk.dialogs()
                                        .showNotice(desk.text()
                                                .of(
                                                        medium == Reports.Medium.PRINT
                                                                ? "report.printed"
                                                                : "report.saved",
                                                        ready.content().number()));
                                // The next report needs its own number.
                                prepare();
                            } else {
                                failure.set(Optional.of(problem));
                            }
                        },
                        problem -> {
                            busy.set(false);
                            desk.dialogs().failed(problem);
                        });
    }

    private static String title(Prepared ready) {
        var content = ready.content();
        return content.title() + " " + content.subject().name() + " " + content.number();
    }

    private Request request() {
        return new Request(
                kind(),
                audience.get(),
                purpose.get() == null ? "" : purpose.get().strip(),
                office.user(),
                issuer.get().strip(),
                recipient.get().strip());
    }

    /** The result of a preparation. */
    private record Made(
            Optional<Prepared> prepared,
            List<PaperPage> pages,
            List<IssueCheck> checks,
            boolean toRate,
            List<Violation> why) {}

    private Made make(Request request) {
        var outcome = press.reports().prepare(subject.id(), request);
        if (outcome.prepared().isEmpty()) {
            return new Made(Optional.empty(), List.of(), checking().oddities(current()), false, outcome.violations());
        }
        var ready = outcome.prepared().get();
        if (logged.add(request.purpose())) {
            office.archives().view(subject.id(), request.purpose(), office.user());
        }
        return new Made(
                outcome.prepared(),
                press.paper().pages(ready.content()),
                checking().of(current(), ready),
                !office.ratings().standing(current()).equals(Optional.of(Standing.CURRENT)),
                List.of());
    }

    private IssueChecks checking() {
        return new IssueChecks(desk, office, press.reports());
    }

    /** Returns the saved record. It may have changed since the page was opened. */
    private ArchiveRecord current() {
        return office.store().find(subject.id()).orElse(subject);
    }

    private void show(Made made) {
        if (made.prepared().isEmpty()) {
            refuse(made.why().stream().map(desk.text()::of).toList());
            checks.setAll(made.checks());
            return;
        }
        reasons.clear();
        toRate.set(made.toRate());
        checks.setAll(made.checks());
        var at = Math.min(page.get(), made.pages().size() - 1);
        pages.setAll(made.pages());
        page.set(Math.max(0, at));
        prepared.set(made.prepared());
    }

    private void refuse(List<String> why) {
        prepared.set(Optional.empty());
        toRate.set(false);
        pages.clear();
        checks.clear();
        page.set(0);
        reasons.setAll(why);
    }
}
