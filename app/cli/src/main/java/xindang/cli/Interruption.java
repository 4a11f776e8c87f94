package xindang.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Exempt;

/**
 * Turns Ctrl+C into a wish to stop: the command hears of it where it may end, and the process waits for it, so that nothing
 * is left half applied.
 */
@Exempt(from = Exempt.Rule.THREADS, because = "the machine tells of Ctrl+C only by running a thread")
final class Interruption {
    private static final long PATIENCE_SECONDS = 30;

    private final AtomicBoolean wished = new AtomicBoolean();
    private final CountDownLatch heard = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Begins to listen. */
    void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "xindang-stop"));
    }

    private void stop() {
        wished.set(true);
        heard.countDown();
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean wished() {
        return wished.get();
    }

    /** Waits until somebody wants to stop. */
    void await() {
        try {
            heard.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AppException(ErrorCode.CANCELLED, "interrupted", e);
        }
    }

    /** The command has come to its end. */
    void ended() {
        ended.countDown();
    }
}
