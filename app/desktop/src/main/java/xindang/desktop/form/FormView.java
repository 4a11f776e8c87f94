package xindang.desktop.form;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Chips;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Command;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Later;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.Screen;
import xindang.desktop.ui.SectionList;
import xindang.desktop.ui.ShareBar;
import xindang.desktop.ui.TextRoles;
import xindang.model.keeping.Drafts;
import xindang.model.law.ConsentRow;
import xindang.model.template.Block;
import xindang.model.template.LegalClass;

/** The form page: sections at the left, fields in the middle, history and consents at the right. */
final class FormView {
    private final Desk desk;
    private final Office office;
    private final FormViewModel form;
    private final ConsentPart consent;
    private final List<Block> blocks;
    private final Map<String, SectionPane> panes = new HashMap<>();
    private final Map<String, SimpleObjectProperty<SectionList.Mark>> marks = new HashMap<>();
    private final StackPane middle = new StackPane();
    private final VBox saved = new VBox();
    private final Command save;
    private final Command next;
    private final Command previous;
    private final Command rate;
    private final Command report;
    private final Command same;
    private final LastArchive last;
    private final ErasePart erase;
    private final FormStanding standing;
    private final TwinsPart twins;
    private boolean isErased;

    FormView(Desk desk, Office office, Drafts drafts, FormViewModel form, LastArchive last) {
        this.desk = desk;
        this.office = office;
        this.form = form;
        this.last = last;
        consent = new ConsentPart(desk, form);
        erase = new ErasePart(desk, office, drafts, form, this::erased);
        standing = new FormStanding(desk, office, form);
        twins = new TwinsPart(desk, office, form);
        blocks = form.template().blocks();
        save = Command.of("form.save", "form.save", form::save).on("Ctrl+S");
        next = Command.of("form.next", "form.next", () -> step(1)).on("Ctrl+Down");
        previous = Command.of("form.previous", "form.previous", () -> step(-1)).on("Ctrl+Up");
        var known = Bindings.createBooleanBinding(
                () -> form.exists() && form.movedTo().isEmpty(), form.contentProperty());
        rate = Command.of("form.rate", "form.rate", () -> go("rating"))
                .on("Ctrl+R")
                .when(known);
        report = Command.of("form.report", "form.report", () -> go("report"))
                .on("Ctrl+P")
                .when(known);
        var other = last.before(form.template().id(), form.id());
        same = Command.of("form.same", "form.same." + form.template().id(), this::same)
                .on("F4")
                .when(Bindings.createBooleanBinding(other::isPresent));
        blocks.forEach(b -> marks.put(b.id(), new SimpleObjectProperty<>(mark(b))));
        form.contentProperty().addListener((o, before, now) -> changed());
        form.wrongProperty().addListener((o, before, now) -> changed());
        form.oddProperty().addListener((o, before, now) -> changed());
        form.stateProperty().addListener((o, before, now) -> showSaved());
        form.section.addListener((o, before, now) -> showSection());
        form.acts.nowProperty().addListener((o, before, now) -> Later.run(this::showAct));
        showSaved();
        showSection();
    }

    Screen screen() {
        var body = new HBox(sections(), Boxes.grow(middle), new FormSide(desk, office, form, erase.node()).root());
        var root = new VBox(head(), Boxes.grow(body));
        body.setMinHeight(0);
        var title = desk.text().of("form.title." + form.template().id());
        return Screen.of(title, root)
                .path(new SimpleStringProperty(path()))
                .commands(commands())
                .focus(focusTarget())
                .leaving(this::leave);
    }

    private List<Command> commands() {
        var commands = new ArrayList<>(List.of(next, save, same, consent.sign(), rate, report, previous));
        if (form.template().field(ConsentRow.GROUP).isPresent()) {
            commands.addAll(ConsentSection.commands(form));
        }
        return commands;
    }

    /** Shows or removes the pane of an act. A new pane receives the focus. */
    private void showAct() {
        var pane = pane(form.section.get());
        pane.refresh();
        middle.applyCss();
        pane.focusAct();
    }

    private void erased() {
        isErased = true;
        last.forget(form.id());
        desk.navigator().back();
    }

    private void leave() {
        if (isErased) {
            return;
        }
        form.save();
        if (form.exists()) {
            last.keep(form.template().id(), form.id(), form.all());
        }
    }

    /** Copies the value of the previous record into the focused field. */
    private void same() {
        var scene = middle.getScene();
        var focused = scene == null ? null : scene.getFocusOwner();
        last.before(form.template().id(), form.id())
                .ifPresent(before -> pane(form.section.get()).fields().forEach((path, field) -> {
                    if (focused != null && field.stops().contains(focused)) {
                        form.same(path, before);
                    }
                }));
    }

    private Node focusTarget() {
        return pane(form.section.get()).fields().values().stream()
                .flatMap(f -> f.stops().stream())
                .findFirst()
                .orElse(middle);
    }

    private Node head() {
        var text = desk.text();
        var back =
                Buttons.icon(text, Feather.ARROW_LEFT, Command.of("form.back", "shell.back", desk.navigator()::back));
        back.getStyleClass().add("bare");
        var name = TextRoles.bound(
                Bindings.createStringBinding(
                        () -> {
                            var typed = form.contentProperty()
                                    .get()
                                    .text(form.template().subjectPaths().name());
                            return typed.isEmpty() ? text.of("form.unnamed") : typed;
                        },
                        form.contentProperty()),
                "title");
        name.setMinWidth(VBox.USE_PREF_SIZE);
        var row = new HBox(back, name, TextRoles.second(place()), Boxes.spring(), standing.root(), saved);
        saved.setAlignment(javafx.geometry.Pos.CENTER);
        if (!form.exists()) {
            row.getChildren().add(reason());
        }
        if (!desk.size().roomy()) {
            row.getChildren().add(Buttons.secondary(text, Feather.PRINTER, report));
        }
        row.getChildren().add(Buttons.primary(text, Feather.AWARD, rate));
        return Boxes.styled(row, "sub-bar");
    }

    /** Returns the reason why the record can be neither rated nor reported yet. */
    private Node reason() {
        var paths = form.template().subjectPaths();
        var needed = Stream.of(paths.name(), paths.number())
                .map(path -> form.template().field(path).map(f -> f.label()).orElse(path))
                .toList();
        var words = TextRoles.second(desk.text().of("form.first", needed.get(0), needed.get(1)));
        words.setId("form-first");
        words.visibleProperty().bind(Bindings.createBooleanBinding(() -> !form.exists(), form.contentProperty()));
        words.managedProperty().bind(words.visibleProperty());
        return words;
    }

    private Node sections() {
        var text = desk.text();
        var bar = new ShareBar();
        var percent = TextRoles.strong("");
        Runnable show = () -> {
            bar.clear();
            bar.part(form.percent() / 100.0, "b1");
            percent.setText(form.percent() + "%");
        };
        show.run();
        form.contentProperty().addListener((o, before, now) -> show.run());
        var sections = blocks.stream()
                .map(b -> new SectionList.Section(b.id(), b.title(), markOf(b.id())))
                .toList();
        var list =
                SectionList.of(sections, form.section, mark -> text.of("section." + mark.state()) + " " + mark.count());
        return Boxes.styled(
                new VBox(
                        Boxes.styled(
                                Boxes.column(
                                        "gap-8",
                                        Boxes.row(
                                                "gap-8",
                                                TextRoles.second(text.of("form.filled")),
                                                Boxes.spring(),
                                                percent),
                                        bar),
                                "form-filled"),
                        Boxes.grow(Boxes.scroll(list))),
                "side-pane",
                "left",
                "form-sections");
    }

    private void showSection() {
        var block = block(form.section.get());
        var pane = pane(block.id());
        pane.refresh();
        pane.showRemarks(form.wrongProperty().get(), form.oddProperty().get());
        var head = Boxes.row("gap-16", TextRoles.section(block.title()), Boxes.spring());
        if (form.share(block).total() > 0) {
            head.getChildren().addAll(required(), counted(block));
        }
        var content =
                Boxes.styled(Boxes.column("gap-16", standing.notice(), twins.root(), head, pane.root()), "form-middle");
        form.movedTo().ifPresent(place -> {
            pane.root().setDisable(true);
            content.getChildren().add(0, moved(place));
        });
        middle.getChildren().setAll(Boxes.scroll(content));
    }

    /** Returns the notice that the subject moved out and which office writes its record now. */
    private Node moved(String place) {
        var words = TextRoles.paragraph(desk.text().of("form.moved", place), "strong");
        words.setId("form-moved");
        return words;
    }

    private Node counted(Block block) {
        var counted = TextRoles.bound(
                Bindings.createStringBinding(
                        () -> {
                            var share = form.share(block);
                            return desk.text().of("form.counted", share.filled(), share.total());
                        },
                        form.contentProperty()),
                "second");
        counted.setId("form-counted");
        return counted;
    }

    private Node required() {
        var words = desk.text().of("form.required").split("\\*", 2);
        return Boxes.row(
                "gap-0", TextRoles.second(words[0]), TextRoles.of("*", "second", "bad"), TextRoles.second(words[1]));
    }

    private void changed() {
        blocks.forEach(b -> markOf(b.id()).set(mark(b)));
        if (form.movedTo().isPresent()) {
            showSection();
            return;
        }
        var pane = pane(form.section.get());
        pane.refresh();
        pane.showRemarks(form.wrongProperty().get(), form.oddProperty().get());
    }

    private String waiting(SaveState state) {
        if (state.unlawful() > 0) {
            return desk.text().of("form.waiting.unlawful", state.waiting(), state.unlawful());
        }
        return form.exists()
                ? desk.text().of("form.waiting", state.waiting())
                : desk.text().of("chip.draft");
    }

    private void showSaved() {
        var text = desk.text();
        var state = form.stateProperty().get();
        var at = state.at().map(this::when).orElse("");
        var chip = state.waiting() > 0 || state.saved().isEmpty()
                ? Chips.of(waiting(state), Feather.EDIT_3, "dashed")
                : state.saved()
                        .map(durability -> Chips.durability(text, durability))
                        .orElseThrow();
        if (state.waiting() == 0 && state.saved().isPresent()) {
            chip.setText(text.of(
                    "form.saved",
                    chip.getText(),
                    text.of("form.where." + state.saved().get()),
                    at));
        }
        chip.getStyleClass().add("tall");
        chip.setId("form-saved");
        saved.getChildren().setAll(chip);
    }

    /** Returns the time of a save of today, and date and time of an older one. */
    private String when(Instant at) {
        return desk.formats().localDate(at).equals(form.today())
                ? desk.formats().time(at)
                : desk.formats().moment(at);
    }

    private void step(int by) {
        var ids = blocks.stream().map(Block::id).toList();
        var at = ids.indexOf(form.section.get()) + by;
        if (at >= 0 && at < ids.size()) {
            form.section.set(ids.get(at));
            middle.applyCss();
            pane(form.section.get()).focusFirst();
        }
    }

    private void go(String feature) {
        form.save();
        desk.navigator().go(new Place(feature, form.id().toString()));
    }

    private SectionPane pane(String id) {
        return panes.computeIfAbsent(id, key -> new SectionPane(desk, office, form, block(key)));
    }

    private Block block(String id) {
        return form.template().block(id).orElseGet(() -> blocks.get(0));
    }

    private SimpleObjectProperty<SectionList.Mark> markOf(String id) {
        return marks.computeIfAbsent(id, key -> new SimpleObjectProperty<>(mark(block(key))));
    }

    private SectionList.Mark mark(Block block) {
        var share = form.share(block);
        var counts = share.filled() + "/" + share.total();
        var wrong = form.wrongProperty().get().keySet().stream().anyMatch(p -> p.startsWith(block.id() + "."));
        if (wrong) {
            return new SectionList.Mark(SectionList.State.WRONG, counts);
        }
        if (block.legal() == LegalClass.CONSENT_NEEDED && !form.consents().covers(block.id())) {
            return new SectionList.Mark(SectionList.State.LOCKED, "");
        }
        if (!form.contentProperty().get().hasBlock(block.id())) {
            return new SectionList.Mark(SectionList.State.NONE, desk.text().of("form.none"));
        }
        return share.filled() >= share.total()
                ? new SectionList.Mark(SectionList.State.COMPLETE, "")
                : new SectionList.Mark(SectionList.State.PARTIAL, counts);
    }

    /** Returns the township and the village. */
    private String path() {
        var names = new ArrayList<String>();
        for (var unit : office.divisions().path(xindang.model.value.DivisionCode.of(form.region()))) {
            names.add(unit.shortName());
        }
        var last = names.subList(Math.max(0, names.size() - 2), names.size());
        return String.join(">", last);
    }

    private String place() {
        var group = form.template()
                .subjectPaths()
                .group()
                .map(path -> form.contentProperty().get().text(path))
                .orElse("");
        return office.place(form.region()) + group;
    }
}
