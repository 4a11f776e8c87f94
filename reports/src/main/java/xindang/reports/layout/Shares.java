package xindang.reports.layout;

/** Divides a width among columns. */
final class Shares {
    private Shares() {}

    /** Moves width from columns that have more than they need to columns that have less. The sum stays the same. */
    static double[] fit(double[] widths, double[] needs) {
        double lacking = 0;
        double spare = 0;
        for (int i = 0; i < widths.length; i++) {
            lacking += Math.max(0, needs[i] - widths[i]);
            spare += Math.max(0, widths[i] - needs[i]);
        }
        if (lacking == 0 || spare == 0) {
            return widths;
        }
        double moved = Math.min(lacking, spare);
        double[] result = new double[widths.length];
        for (int i = 0; i < widths.length; i++) {
            double more = Math.max(0, needs[i] - widths[i]) * moved / lacking;
            double less = Math.max(0, widths[i] - needs[i]) * moved / spare;
            result[i] = widths[i] + more - less;
        }
        return result;
    }
}
