package xindang.desktop.report;

import java.util.List;
import java.util.Optional;
import xindang.reports.layout.PaperPage;

/** The interface to a printer. Its methods may take seconds. Never call them on the screen thread. */
public interface Printing {
    /** Returns the name of the printer for {@link #print}. Empty if this computer has none. */
    Optional<String> printer();

    /**
     * Prints a report.
     *
     * @param pdf for printers that accept PDF
     * @param pages the same pages, for other printers
     * @return true if the printer accepted it
     */
    boolean print(String title, byte[] pdf, List<PaperPage> pages);
}
