package xindang.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What a piece of work takes. */
final class Meter {
    private Meter() {}

    /** Work that is measured. */
    interface Work {
        void run() throws Exception;
    }

    /**
     * Processor time of the whole process in seconds, garbage collection and compilation included. Other programs on the
     * machine do not lengthen it.
     */
    static double processor(Work work) throws Exception {
        var start = processorSoFar();
        work.run();
        return processorSoFar() - start;
    }

    /** Processor time of the process since it began, in seconds. */
    static double processorSoFar() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    /** Time on the wall in seconds. */
    static double wall(Work work) throws Exception {
        var start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
