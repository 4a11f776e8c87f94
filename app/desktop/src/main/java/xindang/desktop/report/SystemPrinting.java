package xindang.desktop.report;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Paper;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.canvas.Canvas;
import javafx.scene.transform.Scale;
import javax.print.DocFlavor;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.SimpleDoc;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.standard.JobName;
import javax.print.attribute.standard.MediaSizeName;
import org.slf4j.LoggerFactory;
import xindang.reports.layout.PaperPage;

/**
 * Prints on the printer of the operating system.
 *
 * <p>A printer that accepts PDF, as on Linux, gets the PDF itself. This needs 50 milliseconds instead of seconds. For
 * other printers the pages are drawn at print resolution.
 */
public final class SystemPrinting implements Printing {
    /** Dots for one px of the page, which is 288 dpi. */
    private static final int DOTS = 3;

    @Override
    public Optional<String> printer() {
        return service().map(PrintService::getName);
    }

    @Override
    public boolean print(String title, byte[] pdf, List<PaperPage> pages) {
        var service = service();
        if (service.isEmpty()) {
            return false;
        }
        return service.get().isDocFlavorSupported(DocFlavor.INPUT_STREAM.PDF)
                ? send(service.get(), title, pdf)
                : draw(service.get(), title, pages);
    }

    private static Optional<PrintService> service() {
        return Optional.ofNullable(PrintServiceLookup.lookupDefaultPrintService())
                .or(() -> Arrays.stream(PrintServiceLookup.lookupPrintServices(null, null))
                        .findFirst());
    }

    private static boolean send(PrintService service, String title, byte[] pdf) {
        var wanted = new HashPrintRequestAttributeSet();
        wanted.add(new JobName(title, null));
        wanted.add(MediaSizeName.ISO_A4);
        var doc = new SimpleDoc(new ByteArrayInputStream(pdf), DocFlavor.INPUT_STREAM.PDF, null);
        try {
            service.createPrintJob().print(doc, wanted);
            return true;
        } catch (PrintException e) {
            LoggerFactory.getLogger(SystemPrinting.class).warn("printer refused", e);
            return false;
        }
    }

    private static boolean draw(PrintService service, String title, List<PaperPage> pages) {
        var printer = Printer.getAllPrinters().stream()
                .filter(candidate -> candidate.getName().equals(service.getName()))
                .findFirst()
                .orElseGet(Printer::getDefaultPrinter);
        var job = PrinterJob.createPrinterJob(printer);
        if (job == null) {
            return false;
        }
        job.getJobSettings().setJobName(title);
        var layout = printer.createPageLayout(Paper.A4, PageOrientation.PORTRAIT, 0, 0, 0, 0);
        for (var page : pages) {
            if (!job.printPage(layout, sheet(page, layout))) {
                job.cancelJob();
                return false;
            }
        }
        return job.endJob();
    }

    /** Returns the page as a canvas in print resolution, scaled to the paper. Their top left corners match. */
    private static Canvas sheet(PaperPage page, PageLayout layout) {
        var canvas = new Canvas(Math.ceil(page.width() * DOTS), Math.ceil(page.height() * DOTS));
        new ScreenPainter(canvas.getGraphicsContext2D(), DOTS).paint(page);
        canvas.getTransforms().add(new Scale(0.75 / DOTS, 0.75 / DOTS));
        canvas.setTranslateX(-layout.getLeftMargin());
        canvas.setTranslateY(-layout.getTopMargin());
        return canvas;
    }
}
