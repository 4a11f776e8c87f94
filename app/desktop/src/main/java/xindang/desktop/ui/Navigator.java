package xindang.desktop.ui;

/** Goes from page to page. */
public interface Navigator {
    void go(Place place);

    /** Back to the page before; home when there is none. */
    void back();
}
