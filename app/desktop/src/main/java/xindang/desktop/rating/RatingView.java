package xindang.desktop.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Chips;
import xindang.desktop.office.GradeScale;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Command;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.Radar;
import xindang.desktop.ui.Screen;
import xindang.desktop.ui.ShareBar;
import xindang.desktop.ui.TableBuilder;
import xindang.desktop.ui.TextRoles;
import xindang.model.archive.Standing;
import xindang.model.rating.LocalAverages;
import xindang.model.rating.Rating;
import xindang.model.rating.Ratings;
import xindang.model.rating.Ways;

/** The page of one rating: score and grade, then each indicator with its value, its rule and its points. */
final class RatingView {
    private final Desk desk;
    private final Messages text;
    private final RatingViewModel model;
    private final StackPane root = new StackPane();
    private final Command rate;
    private final Command report;
    private final Command archive;
    private final Command rules;

    RatingView(Desk desk, RatingViewModel model) {
        this.desk = desk;
        this.model = model;
        text = desk.text();
        rate = Command.of("rating.again", "rating.again", model::rate)
                .on("Ctrl+Enter")
                .when(model.busyProperty().not());
        report = Command.of("rating.report", "rating.report", model::report).on("Ctrl+P");
        archive = Command.of("rating.archive", "rating.archive", model::archive).on("Ctrl+O");
        rules = Command.of("rating.rules", "rating.rules", model::rules).on("F2");
        root.getStyleClass().add("page");
        model.storedProperty().addListener((o, before, now) -> show());
        show();
    }

    Screen screen() {
        return Screen.of(text.of("rating.title"), root)
                .path(new SimpleStringProperty(model.place() + ">" + model.name()))
                .tools(
                        Buttons.secondary(text, Feather.FOLDER, archive),
                        Buttons.secondary(text, Feather.PRINTER, report),
                        Buttons.primary(text, Feather.REFRESH_CW, rate))
                .commands(List.of(rate, report, archive, rules))
                .focus(root);
    }

    private void show() {
        var stored = model.storedProperty().get();
        if (stored.isEmpty()) {
            root.getChildren()
                    .setAll(Cards.of(Cards.empty(
                            text.of("rating.none", model.name()), Buttons.secondary(text, Feather.AWARD, rate))));
            return;
        }
        root.getChildren().setAll(desk.size().roomy() ? below(stored.get()) : beside(stored.get()));
    }

    private Node beside(Ratings.Stored stored) {
        var rating = stored.rating();
        var side = Boxes.styled(Boxes.column("gap-12", radar(rating), Boxes.grow(ways(rating))), "rating-side");
        var table = Boxes.grow(Cards.of(Boxes.grow(reasons()), foot(rating)));
        return Boxes.column("gap-12", hero(stored), Boxes.grow(Boxes.styled(new HBox(table, side), "gap-16")));
    }

    /**
     * Arranges the page for large text. The table has no space beside it, so the other parts are below it and scroll.
     */
    private Node below(Ratings.Stored stored) {
        var rating = stored.rating();
        var table = reasons();
        table.setMinHeight((table.getItems().size() + 1) * table.getFixedCellSize()
                + desk.size().pixels());
        var drawing = Boxes.styled(Boxes.column("gap-12", radar(rating)), "rating-side");
        var more = Boxes.styled(new HBox(drawing, Boxes.grow(ways(rating))), "gap-16");
        var remaining = Boxes.scroll(Boxes.column("gap-12", Cards.of(table, foot(rating)), more));
        // The pane uses only the remaining height and does not shrink the score.
        remaining.setPrefHeight(0);
        remaining.setFocusTraversable(true);
        remaining.setAccessibleText(text.of("rating.title"));
        return Boxes.column("gap-12", hero(stored), Boxes.grow(remaining));
    }

    private Node hero(Ratings.Stored stored) {
        var rating = stored.rating();
        var who = Boxes.column("gap-4", TextRoles.title(model.name()), TextRoles.second(model.place()));
        who.setMinWidth(Region.USE_PREF_SIZE);
        var largest = desk.size() == Look.Size.LARGEST;
        var row = Boxes.row(largest ? "gap-16" : "gap-24", who, Boxes.upright());
        if (rating.rated()) {
            var score = rating.score().orElseThrow();
            var points = TextRoles.of(desk.formats().number(score), "score");
            points.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().add(Boxes.row("gap-12", points, Chips.solidGrade(rating.grade())));
            var invalid = Chips.care(text, model.standing(), false, model.isPartlySealed());
            if (invalid.isPresent()) {
                invalid.get().setId("rating-standing");
                var words = Boxes.column("gap-4", invalid.get(), TextRoles.second(why()));
                words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
                row.getChildren().add(words);
            } else {
                var scale = new GradeScale(steps(), rating.grade(), score.doubleValue(), 100);
                scale.setMinWidth(
                        steps().size() * (largest ? 2 : 2.2) * desk.size().pixels());
                row.getChildren().add(scale);
            }
        } else {
            row.getChildren().add(TextRoles.of(rating.meaning(), "section", "warn"));
            Chips.care(text, model.standing(), false, model.isPartlySealed()).ifPresent(row.getChildren()::add);
        }
        var facts = new VBox();
        model.known().ifPresent(words -> facts.getChildren().add(TextRoles.second(words)));
        facts.getChildren()
                .addAll(
                        TextRoles.second(text.of("rating.made", desk.formats().moment(stored.at()), stored.person())),
                        TextRoles.second(text.of("rating.form", rating.formTitle(), rating.brief())));
        if (largest) {
            facts.getChildren().remove(facts.getChildren().size() - 1);
            facts.getChildren()
                    .addAll(
                            TextRoles.second(text.of("rating.formTitle", rating.formTitle())),
                            TextRoles.second(text.of("rating.brief", rating.brief())));
        }
        facts.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        facts.getStyleClass().add("gap-4");
        facts.setMinWidth(Region.USE_PREF_SIZE);
        row.getChildren().addAll(Boxes.spring(), facts);
        if (!stored.same()) {
            row.getChildren().add(Chips.of(text.of("rating.altered"), Feather.ALERT_TRIANGLE, "refused"));
        }
        return Boxes.styled(Cards.inset(row), "rating-hero");
    }

    /** Returns the reason why the shown rating is not valid now. */
    private String why() {
        if (model.isPartlySealed()) {
            return text.of("rating.sealed.one");
        }
        return text.of(model.standing().equals(Optional.of(Standing.STALE)) ? "rating.stale" : "rating.expired");
    }

    private List<GradeScale.Step> steps() {
        var steps = new ArrayList<GradeScale.Step>();
        var grades = model.form().grades();
        for (var i = grades.size() - 1; i >= 0; i--) {
            steps.add(new GradeScale.Step(
                    grades.get(i).code(), grades.get(i).from().doubleValue()));
        }
        return steps;
    }

    private TableView<ScoreLine> reasons() {
        var lines = FXCollections.observableArrayList(model.lines());
        var table = TableBuilder.of("rating-reasons", text.of("rating.reasons"), lines, desk.size())
                .nodes(text.of("rating.group"), 12, RatingView::group)
                .text(text.of("rating.indicator"), 11, ScoreLine::label, "small")
                .text(text.of("rating.value"), 12, ScoreLine::value, "small")
                .text(text.of("rating.rule"), 13, ScoreLine::rule, "quiet")
                .nodes(text.of("rating.points"), 11, this::points)
                .dense()
                .rowClass(line -> line.last() ? "group-end" : "")
                .build();
        table.getStyleClass().add("rating-table");
        return table;
    }

    private static Node group(ScoreLine line) {
        var points = TextRoles.caption(line.groupPoints());
        points.setMinWidth(Region.USE_PREF_SIZE);
        return Boxes.row("gap-4", TextRoles.of(line.group(), "second-strong"), points);
    }

    private Node points(ScoreLine line) {
        var bar = ShareBar.points(line.share());
        var got = TextRoles.of(
                line.missing() ? "—" : desk.formats().number(line.points()), "second-strong", "rating-got");
        var most = TextRoles.of("/ " + desk.formats().number(line.maximum()), "caption", "rating-most");
        return Boxes.grow(Boxes.row("gap-8", Boxes.grow(new StackPane(bar)), got, most));
    }

    private Node foot(Rating rating) {
        var vetoes = rating.firedVetoes();
        var veto = vetoes.isEmpty()
                ? quiet("rating.veto.none", rating.vetoes().stream().map(Rating.Veto::state))
                : String.join("，", vetoes.stream().map(Rating.Veto::label).toList());
        var caps = rating.firedCaps();
        var cap = caps.isEmpty()
                ? quiet("rating.cap.none", rating.caps().stream().map(Rating.Cap::state))
                : caps.get(0).label()
                        + caps.get(0)
                                .until()
                                .map(until -> text.of("rating.cap.until", until))
                                .orElse("");
        var all = Buttons.link(text, rules);
        all.setMinWidth(Region.USE_PREF_SIZE);
        var sum = TextRoles.strong(rating.reckoning());
        sum.setMinWidth(Region.USE_PREF_SIZE);
        return Boxes.column(
                "gap-0",
                Cards.foot(sum),
                Cards.foot(
                        sign(vetoes.isEmpty(), Feather.X_CIRCLE, "bad"),
                        TextRoles.strong(text.of("rating.veto")),
                        clipped(veto),
                        Boxes.upright(),
                        sign(caps.isEmpty(), Feather.ALERT_TRIANGLE, "warn"),
                        TextRoles.strong(text.of("rating.cap")),
                        clipped(cap),
                        Boxes.spring(),
                        all));
    }

    /**
     * Returns how many vetoes or caps do not apply, and how many are unknown. Unknown must not look like a good result.
     */
    private String quiet(String key, Stream<Rating.State> states) {
        var all = states.toList();
        var unknown =
                all.stream().filter(state -> state == Rating.State.UNKNOWN).count();
        if (unknown == 0) {
            return text.of(key, all.size());
        }
        var words = unknown == all.size()
                ? text.of("rating.unjudged", unknown)
                : text.of("rating.undecided", all.size() - unknown, unknown);
        var unchecked = model.unchecked();
        return key.equals("rating.veto.none") && !unchecked.isEmpty()
                ? words + text.of("rating.unchecked", String.join("、", unchecked))
                : words;
    }

    private static Node sign(boolean clear, Feather icon, String colour) {
        return clear ? Icons.of(Feather.CHECK_CIRCLE, "ok") : Icons.of(icon, colour);
    }

    private static Node clipped(String words) {
        var label = TextRoles.second(words);
        label.setMinWidth(0);
        label.setTooltip(new javafx.scene.control.Tooltip(words));
        return label;
    }

    private Node radar(Rating rating) {
        var shown = new StackPane();
        Runnable draw = () -> shown.getChildren()
                .setAll(radar(rating, model.averagesProperty().get()));
        model.averagesProperty().addListener((o, before, now) -> draw.run());
        draw.run();
        return Cards.of(shown);
    }

    private Node radar(Rating rating, LocalAverages averages) {
        var axes = rating.blocks().stream()
                .map(block -> new Radar.Axis(
                        axis(block), block.share(), averages.shares().getOrDefault(block.id(), -1.0)))
                .toList();
        var radar = new Radar(axes);
        radar.setAccessibleText(text.of("rating.radar"));
        var head = Boxes.row("gap-8", TextRoles.card(text.of("rating.radar")), Boxes.spring());
        if (radar.showsAverage()) {
            head.getChildren()
                    .addAll(
                            key(text.of("rating.mine")),
                            key(text.of("rating.local", desk.formats().count(averages.over())), "average"));
        }
        return Boxes.styled(Boxes.column("gap-8", head, radar), "pad-16");
    }

    private Node key(String words, String... classes) {
        var sample = Boxes.styled(Boxes.styled(new Line(0, 0, 20, 0), "stroke-sample"), classes);
        return TextRoles.with(sample, words, "legend");
    }

    /** Returns the label of an axis. It names a block without any data, because its value 0 is no judgement. */
    private String axis(Rating.Block block) {
        return block.assessed().signum() == 0 ? text.of("rating.axis.missing", block.shortLabel()) : block.shortLabel();
    }

    private VBox ways(Rating rating) {
        var ways = model.ways().orElseThrow();
        var box = Boxes.styled(Boxes.column("gap-12"), "pad-16");
        if (ways.grade().isEmpty()) {
            box.getChildren()
                    .addAll(
                            TextRoles.card(text.of(rating.rated() ? "rating.best" : "rating.unrated")),
                            TextRoles.paragraph(rating.meaning(), "second"));
            model.needed().ifPresent(words -> box.getChildren().add(TextRoles.paragraph(words, "second")));
            return Cards.of(box);
        }
        var next = ways.grade().get();
        box.getChildren()
                .add(Boxes.column(
                        "gap-4",
                        TextRoles.card(text.of("rating.ways", next)),
                        TextRoles.paragraph(lacking(ways), "second")));
        for (var way : ways.ways().stream().limit(4).toList()) {
            var gain = Chips.of("+" + desk.formats().number(way.gain()), "okay");
            gain.getStyleClass().add("rating-gain");
            box.getChildren()
                    .add(Boxes.row(
                            "gap-12",
                            gain,
                            Boxes.grow(Boxes.column(
                                    "gap-0",
                                    TextRoles.paragraph(way.text()),
                                    TextRoles.paragraph(way.note(), "caption")))));
        }
        var card = Cards.of(Boxes.grow(box));
        ways.cappedUntil().ifPresent(until -> card.getChildren()
                .add(Cards.foot(
                        TextRoles.with(Icons.of(Feather.CLOCK, "warn"), text.of("rating.uncapped", until), "second"))));
        return card;
    }

    private String lacking(Ways ways) {
        var points = desk.formats().number(ways.missing());
        if (!ways.capped()) {
            return text.of("rating.ways.lacking", points);
        }
        return ways.missing().signum() == 0 ? text.of("rating.ways.enough") : text.of("rating.ways.capped", points);
    }
}
