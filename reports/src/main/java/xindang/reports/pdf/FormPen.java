package xindang.reports.pdf;

import xindang.reports.font.Outline;

/** Writes outlines as path operators. It converts quadratic curves, because PDF has only cubic ones. */
final class FormPen implements Outline.Pen {
    private final Operators out;
    private final double left;
    private final double scale;
    private double lastX;
    private double lastY;

    /** Creates a pen. Outlines start at {@code left}; one em has {@code scale} points. */
    FormPen(Operators out, double left, double scale) {
        this.out = out;
        this.left = left;
        this.scale = scale;
    }

    @Override
    public void move(double x, double y) {
        point(x, y).op("m");
        at(x, y);
    }

    @Override
    public void line(double x, double y) {
        point(x, y).op("l");
        at(x, y);
    }

    @Override
    public void curve(double cx, double cy, double x, double y) {
        point(lastX + 2 * (cx - lastX) / 3, lastY + 2 * (cy - lastY) / 3);
        point(x + 2 * (cx - x) / 3, y + 2 * (cy - y) / 3);
        point(x, y).op("c");
        at(x, y);
    }

    @Override
    public void close() {
        out.op("h");
    }

    private Operators point(double x, double y) {
        return out.number(left + x * scale).number(y * scale);
    }

    private void at(double x, double y) {
        lastX = x;
        lastY = y;
    }
}
