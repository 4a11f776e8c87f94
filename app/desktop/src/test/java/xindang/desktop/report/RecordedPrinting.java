package xindang.desktop.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xindang.reports.layout.PaperPage;

/** A printer that records its jobs. */
public final class RecordedPrinting implements Printing {
    public final List<String> titles = new ArrayList<>();
    public Optional<String> name = Optional.of("村部打印机");
    public boolean takes = true;

    @Override
    public Optional<String> printer() {
        return name;
    }

    @Override
    public boolean print(String title, byte[] pdf, List<PaperPage> pages) {
        titles.add(title);
        return takes;
    }
}
