package xindang.reports.layout;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;

/** Draws a QR code as boxes, one for each run of dark modules in a row. */
final class QrCode {
    private QrCode() {}

    /** Draws {@code text} as a square with sides of {@code size} px. An empty text draws nothing. */
    static void paint(PageComposer sheet, String text, double x, double y, double size) {
        if (text.isEmpty()) {
            return;
        }
        var matrix = matrix(text);
        int count = matrix.getWidth();
        double step = size / count;
        for (int row = 0; row < count; row++) {
            int start = -1;
            for (int column = 0; column <= count; column++) {
                boolean dark = column < count && matrix.get(column, row) == 1;
                if (dark && start < 0) {
                    start = column;
                } else if (!dark && start >= 0) {
                    sheet.box(x + start * step, y + row * step, (column - start) * step, step, 0);
                    start = -1;
                }
            }
        }
        sheet.add(new Mark.Link(x, y, size, size, text));
    }

    private static com.google.zxing.qrcode.encoder.ByteMatrix matrix(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length(), e);
        }
    }
}
