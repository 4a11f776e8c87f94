package xindang.desktop.ui;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Builds tables. Text and chips are left-aligned, figures right-aligned. An empty cell shows a dash.
 *
 * <p>Columns cannot be sorted on the screen; the row list defines the order.
 *
 * @param <T> a row
 */
public final class TableBuilder<T> {
    private final TableView<T> table;
    private final double em;

    private TableBuilder(String id, String name, ObservableList<T> rows, Look.Size size) {
        em = size.pixels();
        table = new TableView<>(rows);
        table.setId(id);
        table.setAccessibleText(name);
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.setFixedCellSize(Math.rint(em * 2.571));
    }

    /**
     * Returns a builder for a table.
     *
     * @param name text for a screen reader
     */
    public static <T> TableBuilder<T> of(String id, String name, ObservableList<T> rows, Look.Size size) {
        return new TableBuilder<>(id, name, rows, size);
    }

    /**
     * Adds a column of text.
     *
     * @param width in em
     * @param classes style classes such as name, quiet
     */
    public TableBuilder<T> text(String title, double width, Function<T, String> words, String... classes) {
        var column = column(title, width, words, classes);
        column.setCellFactory(c -> new TextCell<>(classes));
        return this;
    }

    /** Adds a column of right-aligned figures. */
    public TableBuilder<T> figures(String title, double width, Function<T, String> words, String... classes) {
        var all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("figures"), java.util.Arrays.stream(classes))
                .toArray(String[]::new);
        var column = column(title, width, words, all);
        column.setCellFactory(c -> new TextCell<>(all));
        return this;
    }

    /** Adds a column of chips, bars or other nodes. */
    public TableBuilder<T> nodes(String title, double width, Function<T, Node> node) {
        var column = column(title, width, row -> row);
        column.setCellFactory(c -> new NodeCell<>(node));
        return this;
    }

    /** Sets the action for Enter or a double click on a row. */
    public TableBuilder<T> opens(Consumer<T> open) {
        Runnable act = () -> {
            var row = table.getSelectionModel().getSelectedItem();
            if (row != null) {
                open.accept(row);
            }
        };
        table.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER && !e.isControlDown()) {
                act.run();
                e.consume();
            }
        });
        table.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                act.run();
            }
        });
        return this;
    }

    /** Makes the rows 30 px high instead of 36. */
    public TableBuilder<T> dense() {
        table.getStyleClass().add("dense");
        table.setFixedCellSize(Math.rint(em * 2.143));
        return this;
    }

    /** Gives each row a style class that depends on its content. An empty string means no class. */
    public TableBuilder<T> rowClass(Function<T, String> styleClass) {
        table.setRowFactory(t -> new ClassRow<>(styleClass));
        return this;
    }

    public TableBuilder<T> placeholder(Node node) {
        table.setPlaceholder(node);
        return this;
    }

    public TableView<T> build() {
        var columns = table.getColumns();
        if (!columns.isEmpty()) {
            columns.get(0).getStyleClass().add("first");
            columns.get(columns.size() - 1).getStyleClass().add("last");
        }
        return table;
    }

    private <V> TableColumn<T, V> column(String title, double width, Function<T, V> value, String... classes) {
        var column = new TableColumn<T, V>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width * em);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.getStyleClass().addAll(classes);
        table.getColumns().add(column);
        return column;
    }

    private static final class TextCell<T> extends TableCell<T, String> {
        private TextCell(String... classes) {
            getStyleClass().addAll(classes);
            setOnMouseEntered(e -> setTooltip(isCut() ? new Tooltip(getText()) : null));
        }

        /** Returns true if the column is too narrow for the text. */
        private boolean isCut() {
            return lookup(".text") instanceof Text shown && !shown.getText().equals(getText());
        }

        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty || words == null ? null : words.isEmpty() ? "—" : words);
        }
    }

    private static final class NodeCell<T> extends TableCell<T, T> {
        private final Function<T, Node> node;

        private NodeCell(Function<T, Node> node) {
            this.node = node;
        }

        @Override
        protected void updateItem(@Nullable T row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : node.apply(row));
        }
    }

    private static final class ClassRow<T> extends TableRow<T> {
        private final Function<T, String> styleClass;
        private String shown = "";

        private ClassRow(Function<T, String> styleClass) {
            this.styleClass = styleClass;
        }

        @Override
        protected void updateItem(@Nullable T row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().remove(shown);
            shown = empty || row == null ? "" : styleClass.apply(row);
            if (!shown.isEmpty()) {
                getStyleClass().add(shown);
            }
        }
    }
}
