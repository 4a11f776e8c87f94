package xindang.desktop;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Chips;
import xindang.desktop.office.Consent;
import xindang.desktop.office.GradeScale;
import xindang.desktop.shell.Shell;
import xindang.desktop.shell.ShellViewModel;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Command;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Feature;
import xindang.desktop.ui.Fields;
import xindang.desktop.ui.FormField;
import xindang.desktop.ui.Formats;
import xindang.desktop.ui.Forms;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.Navigator;
import xindang.desktop.ui.Overlay;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.Radar;
import xindang.desktop.ui.Screen;
import xindang.desktop.ui.SectionList;
import xindang.desktop.ui.Segmented;
import xindang.desktop.ui.ShareBar;
import xindang.desktop.ui.SideCard;
import xindang.desktop.ui.TableBuilder;
import xindang.desktop.ui.TextRoles;
import xindang.desktop.ui.Theme;
import xindang.model.archive.RecordSummary;

/**
 * A bench with every component in every look. {@code Gallery FOLDER} writes its pictures. They show a change of the
 * style sheets without the use of the program.
 */
public final class Gallery {
    private final Desk desk;

    private Gallery(Desk desk) {
        this.desk = desk;
    }

    /** Returns a desk with all services and the given navigator, for pictures and tests. */
    public static Desk desk(Theme theme, Navigator navigator) {
        var zone = ZoneId.of("Asia/Shanghai");
        return new Desk(
                new Messages(Locale.SIMPLIFIED_CHINESE, Messages.Missing.FAIL),
                new Formats(zone),
                new InlineTasks(),
                new ScriptedDialogs(),
                navigator,
                Clock.fixed(Instant.parse("2026-11-18T06:52:06Z"), zone),
                theme);
    }

    public static void main(String[] args) throws InterruptedException {
        var folder = Path.of(args.length > 0 ? args[0] : "target/gallery");
        var ready = new CountDownLatch(1);
        Platform.startup(ready::countDown);
        Platform.setImplicitExit(false);
        ready.await();
        Theme theme = Pictures.onScreen(() -> {
            Theme.loadFonts();
            return new Theme();
        });
        for (var tone : Look.Tone.values()) {
            for (var size : Look.Size.values()) {
                var scene = Pictures.onScreen(() -> {
                    theme.show(new Look(tone, size));
                    return show(theme);
                });
                Pictures.settle();
                Pictures.onScreen(() -> {
                    Pictures.take(
                            scene,
                            folder.resolve(
                                    "gallery-" + tone.name().toLowerCase(Locale.ROOT) + "-" + size.pixels() + ".png"));
                    scene.getWindow().hide();
                    return null;
                });
            }
        }
        Platform.exit();
    }

    private static Scene show(Theme theme) {
        var overlay = new Overlay();
        var shell = new Shell[1];
        var desk = desk(theme, new Navigator() {
            @Override
            public void go(Place place) {
                shell[0].go(place);
            }

            @Override
            public void back() {
                shell[0].back();
            }
        });
        var gallery = new Gallery(desk);
        var features = List.of(
                Feature.inRail("home", "chip.saved", Feather.HOME, place -> gallery.screen()),
                Feature.inRail("settings", "settings.size", Feather.SETTINGS, place -> gallery.screen()));
        shell[0] = new Shell(
                desk, overlay, new ShellViewModel("王海燕", "LL-03", "0.1"), features, typed -> List.of(), () -> {});
        overlay.content(shell[0].root());
        var scene = new Scene(overlay.root(), 1280, 800);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        shell[0].go(Place.of("home"));
        return scene;
    }

    private Screen screen() {
        var text = desk.text();
        var command = Command.of("gallery.find", "shell.find", () -> {}).on("Ctrl+N");
        var columns = new HBox(Boxes.grow(left(command)), Boxes.grow(middle()), Boxes.grow(right()));
        columns.getStyleClass().addAll("gap-16", "page");
        return Screen.of("构件", Boxes.scroll(columns))
                .path(new SimpleStringProperty("拉林满族镇>双桥村"))
                .tools(Buttons.secondary(text, Feather.PRINTER, command), Buttons.primary(text, Feather.PLUS, command))
                .commands(List.of(command));
    }

    private HBox left(Command command) {
        var text = desk.text();
        var buttons = Boxes.row(
                "gap-8",
                Buttons.primary(text, Feather.LOCK, command),
                Buttons.danger(text, Feather.TRASH, command),
                Buttons.link(text, command),
                Buttons.icon(text, Feather.EYE, command));
        var disabled = Buttons.primary(text, Feather.SEND, command.when(new SimpleBooleanProperty(false)));
        var states = Boxes.row("gap-8");
        for (var status : RecordSummary.Status.values()) {
            states.getChildren().add(Chips.status(text, status));
        }
        states.getChildren().add(Chips.of("异议", Feather.FLAG, "objection"));
        var grades = Boxes.row("gap-8");
        for (var grade : List.of("AAA", "AA", "A", "B", "C")) {
            grades.getChildren().add(Chips.grade(text, Optional.of(grade)));
        }
        grades.getChildren().addAll(Chips.grade(text, Optional.empty()), Chips.solidGrade("AA"));
        var chosen = new SimpleObjectProperty<>("b");
        var filter = Segmented.of(
                "filter",
                "类别",
                List.of(
                        new Segmented.Option<>("a", "农户"),
                        new Segmented.Option<>("b", "企业"),
                        new Segmented.Option<>("c", "从业人员")),
                chosen);
        filter.setMaxWidth(HBox.USE_PREF_SIZE);
        var name = new SimpleStringProperty("那守田");
        var number = Fields.text(
                new Fields.Head("number", "证件号", true), "", "", new SimpleStringProperty("230184 19680712 4217"));
        number.setRemark(Optional.of(new FormField.Remark(
                FormField.Tone.WRONG, "末位校验不对，按前 17 位应为 9。", Optional.of(new FormField.WayOut("证件待核", () -> {})))));
        var form = new Forms(desk.size())
                .half(Fields.text(new Fields.Head("name", "姓名", true), "", "", name))
                .half(Fields.choice(
                        new Fields.Head("nation", "民族", false),
                        List.of(new Fields.Option("1", "汉族"), new Fields.Option("2", "满族")),
                        "",
                        new SimpleStringProperty("2")))
                .wide(number)
                .half(Fields.derived(new Fields.Head("sex", "性别", false), new SimpleStringProperty("男"), "取自证件号"))
                .half(Fields.yesNo(new Fields.Head("lives", "常住", true), "是", "否", new SimpleStringProperty("true")))
                .half(Fields.text(new Fields.Head("land", "面积", false), "亩", "", new SimpleStringProperty("62.5")))
                .wide(Fields.codes(
                        new Fields.Head("marks", "特殊身份", false),
                        List.of(new Fields.Option("1", "党员"), new Fields.Option("2", "退役军人")),
                        new SimpleStringProperty("2")));
        var consent = Consent.card(
                "房屋、收支、存款",
                "12 项未开放",
                "登记这些项目前，要先告知户主可能的不利后果，并取得书面同意（《征信业管理条例》第十四条）。",
                "缺书面同意",
                Buttons.link(text, command),
                Buttons.primary(text, Feather.EDIT_3, command));
        return new HBox(Boxes.grow(Boxes.column(
                "gap-12",
                buttons,
                Boxes.row("gap-8", disabled, TextRoles.second("还差 6 节")),
                states,
                grades,
                filter,
                form.root(),
                consent)));
    }

    private HBox middle() {
        var bar = new ShareBar().part(0.5, "b1").part(0.2, "b2").part(0.1, "b3").threshold(0.6);
        var scale = new GradeScale(
                List.of(
                        new GradeScale.Step("C", 0),
                        new GradeScale.Step("B", 60),
                        new GradeScale.Step("A", 70),
                        new GradeScale.Step("AA", 80),
                        new GradeScale.Step("AAA", 90)),
                "AA",
                86,
                100);
        var radar = new Radar(List.of(
                new Radar.Axis("家庭基本", 0.93, 0.8),
                new Radar.Axis("资产经营", 0.9, 0.7),
                new Radar.Axis("收入偿债", 0.75, 0.66),
                new Radar.Axis("信用记录", 0.88, 0.8),
                new Radar.Axis("村风", 0.8, 0.7)));
        var card = Cards.of(
                Cards.head(TextRoles.card("五个方面"), TextRoles.second("本户")),
                Boxes.styled(Boxes.column("gap-12", scale, bar, ShareBar.points(0.5), radar), "pad-16"));
        var table = TableBuilder.of("table", "农户", FXCollections.observableArrayList("关庆林", "关长河", "关玉珍"), desk.size())
                .text("户主", 6, n -> n, "name")
                .text("村", 5, n -> "双桥村")
                .figures("分", 3, n -> "86")
                .nodes("等级", 4, n -> Chips.grade(desk.text(), Optional.of("AA")))
                .nodes("状态", 6, n -> Chips.status(desk.text(), RecordSummary.Status.SETTLED))
                .build();
        table.setPrefHeight(160);
        table.getSelectionModel().select(1);
        return new HBox(Boxes.grow(Boxes.column("gap-12", card, table)));
    }

    private HBox right() {
        var chosen = new SimpleObjectProperty<>("b");
        var sections = SectionList.of(
                List.of(
                        section("a", "标识", SectionList.State.COMPLETE, ""),
                        section("b", "户主", SectionList.State.WRONG, "13/14"),
                        section("c", "林权与水面", SectionList.State.NONE, "无"),
                        section("d", "房屋", SectionList.State.LOCKED, ""),
                        section("e", "种植", SectionList.State.PARTIAL, "5/6")),
                chosen,
                SectionList.Mark::count);
        var notices = Boxes.column(
                "gap-8",
                Cards.notice("info", "按数字键直接打开"),
                Cards.notice("warning", "两列需书面同意"),
                Cards.notice("refused", "依法不收"),
                Cards.notice("okay", "档案检查完好"));
        var sides = Boxes.row(
                "gap-12",
                SideCard.of(
                        "s1",
                        new SideCard.Value("原来的", "31.0 亩", "王海燕", "10-20 采集"),
                        true,
                        new SimpleBooleanProperty(false),
                        "用原来的",
                        "1",
                        () -> {}),
                SideCard.of(
                        "s2",
                        new SideCard.Value("我的（本机）", "36.5 亩", "王海燕", "11-17 15:20"),
                        false,
                        new SimpleBooleanProperty(true),
                        "用我的",
                        "2",
                        () -> {}));
        var tabs = Segmented.tabs(
                "tabs",
                "侧栏",
                List.of(new Segmented.Option<>("a", "历史"), new Segmented.Option<>("b", "授权")),
                new SimpleObjectProperty<>("a"));
        return new HBox(Boxes.grow(Boxes.column("gap-12", sections, notices, sides, tabs, Cards.empty("民丰村还没有档案。"))));
    }

    private static SectionList.Section section(String id, String title, SectionList.State state, String count) {
        return new SectionList.Section(id, title, new SimpleObjectProperty<>(new SectionList.Mark(state, count)));
    }
}
