package xindang.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Exempt;

/**
 * Handles Ctrl+C. The command can stop at its next safe point, and the process waits for it. Nothing stays half done.
 */
@Exempt(from = Exempt.Rule.THREADS, because = "Java reports Ctrl+C only by running a thread")
final class Interruption {
    private static final long PATIENCE_SECONDS = 30;

    private final AtomicBoolean stopRequested = new AtomicBoolean();
    private final CountDownLatch stopSignal = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);

    /** Starts to listen for Ctrl+C. */
    void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "xindang-stop"));
    }

    private void stop() {
        stopRequested.set(true);
        stopSignal.countDown();
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean stopRequested() {
        return stopRequested.get();
    }

    /** Waits until a stop is requested. */
    void await() {
        try {
            stopSignal.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AppException(ErrorCode.CANCELLED, "interrupted", e);
        }
    }

    /** Marks the command as finished. */
    void markFinished() {
        finished.countDown();
    }
}
