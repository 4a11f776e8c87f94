package xindang.desktop.report;

import java.util.List;
import java.util.Optional;
import xindang.reports.layout.PaperPage;

/** The way to a printer. Its methods may take seconds and are never called on the screen thread. */
public interface Printing {
    /** Name of the printer that {@link #print} would use; empty when this machine has none. */
    Optional<String> printer();

    /**
     * Sends a report to that printer.
     *
     * @param pdf for printers that take it as it is
     * @param pages the same pages, for those that do not
     * @return whether the printer took it
     */
    boolean print(String title, byte[] pdf, List<PaperPage> pages);
}
