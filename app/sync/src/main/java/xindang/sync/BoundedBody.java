package xindang.sync;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Collects a response body up to a limit, and counts the received bytes. The count shows whether an answer is slow or
 * stopped.
 */
final class BoundedBody implements BodySubscriber<byte[]> {
    /** Number of received bytes. */
    static final class Counter {
        private final AtomicLong count = new AtomicLong();

        long bytes() {
            return count.get();
        }
    }

    private final int limit;
    private final Counter counter;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> result = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    BoundedBody(int limit, Counter counter) {
        this.limit = limit;
        this.counter = counter;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Flow.Subscription to) {
        subscription = to;
        to.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (var buffer : buffers) {
            var chunk = new byte[buffer.remaining()];
            buffer.get(chunk);
            bytes.writeBytes(chunk);
            counter.count.addAndGet(chunk.length);
        }
        if (bytes.size() > limit && subscription != null) {
            subscription.cancel();
            result.completeExceptionally(new IOException("answer too large"));
        }
    }

    @Override
    public void onError(Throwable cause) {
        result.completeExceptionally(cause);
    }

    @Override
    public void onComplete() {
        result.complete(bytes.toByteArray());
    }
}
