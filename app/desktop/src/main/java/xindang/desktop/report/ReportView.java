package xindang.desktop.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Command;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.Screen;
import xindang.desktop.ui.TextRoles;
import xindang.reports.layout.PaperPage;

/** The report page: small pages at the left, the page in the middle, the issue pane at the right. */
final class ReportView {
    private static final double THUMB_WIDTH = 104;
    private static final double USUAL = 0.75;
    private static final double SMALLEST = 0.3;
    private static final double LARGEST = 2;
    private static final double STEP = 1.25;
    /** Space around the page, in px. */
    private static final double MARGIN = 20;

    private final Desk desk;
    private final Messages text;
    private final ReportViewModel model;
    private final DoubleProperty zoom = new SimpleDoubleProperty(USUAL);
    private final StackPane paper = Boxes.styled(new StackPane(), "page-desk");
    private final ScrollPane scroll = new ScrollPane(paper);
    private final VBox thumbs = Boxes.styled(new VBox(), "page-thumbs");
    private final Command next;
    private final Command previous;
    private final Command closer;
    private final Command farther;
    private final Command whole;
    private final Command width;
    private final Command print;
    private final Command save;
    private final Command rate;

    ReportView(Desk desk, ReportViewModel model) {
        this.desk = desk;
        this.model = model;
        text = desk.text();
        var ready = Bindings.createBooleanBinding(
                () -> model.preparedProperty().get().isPresent()
                        && !model.busyProperty().get(),
                model.preparedProperty(),
                model.busyProperty());
        var some = Bindings.isNotEmpty(model.pages());
        var at = model.pageProperty();
        previous = Command.of("report.previous", "archive.previous", () -> turn(-1))
                .on("Page Up")
                .when(at.greaterThan(0));
        next = Command.of("report.next", "archive.next", () -> turn(1))
                .on("Page Down")
                .when(Bindings.createBooleanBinding(
                        () -> at.get() < model.pages().size() - 1, at, model.pages()));
        closer = zooming("report.closer", () -> zoom.set(Math.min(LARGEST, zoom.get() * STEP)), some)
                .on("Ctrl+Equals");
        farther = zooming("report.farther", () -> zoom.set(Math.max(SMALLEST, zoom.get() / STEP)), some)
                .on("Ctrl+Minus");
        whole = zooming("report.whole", this::fitWhole, some);
        width = zooming("report.width", this::fitWidth, some);
        print = Command.of("report.print", "report.print", model::print)
                .on("Ctrl+P")
                .when(ready);
        save = Command.of("report.save", "report.save", model::savePdf)
                .on("Ctrl+S")
                .when(ready);
        rate = Command.of("report.rate", "report.rate", model::rate)
                .on("Ctrl+R")
                .when(Bindings.createBooleanBinding(
                        () -> model.toRateProperty().get()
                                && !model.busyProperty().get(),
                        model.toRateProperty(),
                        model.busyProperty()));
    }

    private static Command zooming(String key, Runnable run, ObservableBooleanValue when) {
        return Command.of(key, key, run).when(when);
    }

    Screen screen() {
        var pane = new IssuePane(desk, model, print, save, rate);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setAccessibleText(text.of("report.title"));
        var middle = new BorderPane(scroll);
        middle.setTop(bar());
        var root = new HBox();
        if (!desk.size().roomy()) {
            var side = Boxes.styled(Boxes.scroll(thumbs), "side-pane", "left", "page-side");
            root.getChildren().add(side);
        }
        root.getChildren().addAll(Boxes.grow(middle), pane.root());
        var following = Subscription.combine(
                model.pageProperty().subscribe(page -> draw()), zoom.subscribe(factor -> draw()), pane.following());
        model.pages().subscribe(this::pagesChanged);
        model.reasons().subscribe(this::draw);
        pagesChanged();
        return Screen.of(text.of("report.title"), root)
                .title(new SimpleStringProperty(title()))
                .path(new SimpleStringProperty(model.path()))
                .tools(Boxes.spring())
                .commands(List.of(previous, next, print, save, rate, closer, farther, whole, width))
                .focus(pane.first())
                .leaving(following::unsubscribe);
    }

    private String title() {
        var key = "report.title." + model.kind();
        return text.has(key) ? text.of(key) : text.of("report.title");
    }

    private Node bar() {
        var place = TextRoles.bound(Bindings.createStringBinding(
                () -> model.pages().isEmpty()
                        ? ""
                        : place(model.pageProperty().get() + 1, model.pages().size()),
                model.pageProperty(),
                model.pages()));
        place.setId("report-place");
        place.setMinWidth(Region.USE_PREF_SIZE);
        var percent = TextRoles.bound(
                Bindings.createStringBinding(() -> Math.round(zoom.get() * 100) + "%", zoom), "zoom-percent");
        return Boxes.styled(
                new HBox(
                        Buttons.icon(text, Feather.CHEVRON_LEFT, previous),
                        place,
                        Buttons.icon(text, Feather.CHEVRON_RIGHT, next),
                        Boxes.spring(),
                        Buttons.icon(text, Feather.ZOOM_OUT, farther),
                        percent,
                        Buttons.icon(text, Feather.ZOOM_IN, closer),
                        worded(whole),
                        worded(width)),
                "page-bar");
    }

    private String place(int page, int pages) {
        return desk.size() == Look.Size.LARGEST
                ? page + " / " + pages
                : text.of("report.place", Integer.toString(page), Integer.toString(pages));
    }

    private Button worded(Command command) {
        var button = Buttons.plain(
                command.id().replace('.', '-'), text.of(command.textKey()), Optional.empty(), command::fire);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(Bindings.not(command.allowed()));
        return button;
    }

    private void turn(int by) {
        model.turnTo(model.pageProperty().get() + by);
        scroll.setVvalue(0);
    }

    private void fitWidth() {
        var room = scroll.getViewportBounds().getWidth() - 2 * MARGIN;
        zoom.set(Math.max(SMALLEST, Math.min(LARGEST, room / PaperPage.A4_WIDTH)));
    }

    private void fitWhole() {
        var room = scroll.getViewportBounds();
        zoom.set(Math.max(
                SMALLEST,
                Math.min(
                        (room.getWidth() - 2 * MARGIN) / PaperPage.A4_WIDTH,
                        (room.getHeight() - 2 * MARGIN) / PaperPage.A4_HEIGHT)));
    }

    private void pagesChanged() {
        draw();
        thumbs.getChildren().clear();
        var group = new ToggleGroup();
        var buttons = new ArrayList<ToggleButton>();
        for (var i = 0; i < model.pages().size(); i++) {
            buttons.add(thumb(i, group));
        }
        thumbs.getChildren().addAll(buttons);
        mark(buttons);
        model.pageProperty().subscribe(() -> mark(buttons));
    }

    private void mark(List<ToggleButton> buttons) {
        for (var i = 0; i < buttons.size(); i++) {
            buttons.get(i).setSelected(i == model.pageProperty().get());
        }
    }

    private ToggleButton thumb(int index, ToggleGroup group) {
        var canvas = canvas(model.pages().get(index), THUMB_WIDTH / PaperPage.A4_WIDTH);
        var sheet = Boxes.styled(new StackPane(canvas), "thumb-sheet");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var number = Integer.toString(index + 1);
        var content = Boxes.column("gap-4", sheet, TextRoles.of(number, "thumb-number"));
        content.setAlignment(javafx.geometry.Pos.CENTER);
        var button = Boxes.styled(new ToggleButton(), "thumb");
        button.setId("report-thumb-" + number);
        button.setGraphic(content);
        button.setToggleGroup(group);
        button.setAccessibleText(text.of("report.page", number));
        button.setOnAction(e -> {
            button.setSelected(true);
            model.turnTo(index);
            scroll.setVvalue(0);
        });
        return button;
    }

    private void draw() {
        var at = model.pageProperty().get();
        if (at < model.pages().size()) {
            var sheet = Boxes.styled(new StackPane(canvas(model.pages().get(at), zoom.get())), "page-sheet");
            sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            paper.getChildren().setAll(sheet);
            StackPane.setMargin(sheet, new javafx.geometry.Insets(MARGIN));
            StackPane.setAlignment(sheet, javafx.geometry.Pos.TOP_CENTER);
        } else {
            paper.getChildren().setAll(closed());
        }
    }

    /** Returns a lock with the reasons why there is no page. */
    private Node closed() {
        var lines = Boxes.styled(new VBox(), "page-closed");
        if (!model.reasons().isEmpty()) {
            lines.getChildren().add(Icons.huge(Feather.LOCK, "quiet"));
        }
        model.reasons().forEach(reason -> lines.getChildren().add(TextRoles.paragraph(reason, "second")));
        lines.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return lines;
    }

    private static Canvas canvas(PaperPage page, double scale) {
        var canvas = new Canvas(Math.rint(page.width() * scale), Math.rint(page.height() * scale));
        new ScreenPainter(canvas.getGraphicsContext2D(), scale).paint(page);
        return canvas;
    }
}
