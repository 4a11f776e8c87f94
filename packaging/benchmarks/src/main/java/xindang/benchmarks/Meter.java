package xindang.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Measures the time of a piece of work. */
final class Meter {
    private Meter() {}

    /** Work that is measured. */
    interface Work {
        void run() throws Exception;
    }

    /**
     * Returns the processor time of the whole process in seconds, including garbage collection and compilation. Other
     * programs on the machine do not affect it.
     */
    static double processor(Work work) throws Exception {
        var start = processorSoFar();
        work.run();
        return processorSoFar() - start;
    }

    /** Returns the processor time of the process since its start, in seconds. */
    static double processorSoFar() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    /** Returns the elapsed time in seconds. */
    static double wall(Work work) throws Exception {
        var start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
