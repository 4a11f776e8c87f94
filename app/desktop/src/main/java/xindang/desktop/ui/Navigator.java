package xindang.desktop.ui;

/** Moves between pages. */
public interface Navigator {
    void go(Place place);

    /** Returns to the previous page, or to the home page if there is none. */
    void back();
}
