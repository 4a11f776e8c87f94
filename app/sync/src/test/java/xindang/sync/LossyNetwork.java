package xindang.sync;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * A network that loses requests, loses answers to requests that arrived, and lets requests arrive twice, at once or after a
 * later one, as a seed has it.
 */
final class LossyNetwork extends HttpClient {
    private final HttpClient http;
    private final Supplier<URI> platform;
    private final long seed;
    private final Map<String, Integer> asked = new HashMap<>();
    private final int oneIn;
    private Optional<HttpRequest> late = Optional.empty();

    /**
     * @param platform where it is at present, whatever address a request names
     * @param oneIn one of so many requests fails; 0 for a network that loses nothing
     */
    LossyNetwork(HttpClient http, Supplier<URI> platform, long seed, int oneIn) {
        this.http = http;
        this.platform = platform;
        this.seed = seed;
        this.oneIn = oneIn;
    }

    /** The fate of a request depends on what it asks for and how often that was asked, not on which thread is first. */
    private synchronized int fate(HttpRequest request) {
        var what = request.method() + request.uri().getPath();
        var random = new Random(seed + 31L * what.hashCode() + asked.merge(what, 1, Integer::sum));
        return oneIn == 0 || random.nextInt(oneIn) > 0 ? 4 : random.nextInt(4);
    }

    private HttpRequest directed(HttpRequest request) {
        var asked = request.uri();
        var query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        return HttpRequest.newBuilder(request, (name, value) -> true)
                .uri(platform.get().resolve(asked.getRawPath() + query))
                .build();
    }

    /** The request that was held up arrives once more, and nobody waits for its answer. */
    private synchronized CompletableFuture<?> overtaken() {
        var held = late;
        late = Optional.empty();
        return held.isPresent()
                ? http.sendAsync(held.get(), HttpResponse.BodyHandlers.discarding())
                : CompletableFuture.completedFuture(null);
    }

    private synchronized void holdUp(HttpRequest request) {
        late = Optional.of(request);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest asked, HttpResponse.BodyHandler<T> handler) {
        var request = directed(asked);
        return switch (fate(request)) {
            case 0 -> CompletableFuture.failedFuture(new IOException("the request is lost"));
            case 1 ->
                http.sendAsync(request, handler)
                        .thenCompose(answer -> CompletableFuture.failedFuture(new IOException("the answer is lost")));
            case 2 -> http.sendAsync(request, handler).thenCompose(answer -> http.sendAsync(request, handler));
            case 3 -> {
                holdUp(request);
                yield http.sendAsync(request, handler);
            }
            default -> overtaken().thenCompose(done -> http.sendAsync(request, handler));
        };
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, HttpResponse.BodyHandler<T> handler, HttpResponse.PushPromiseHandler<T> pushed) {
        return sendAsync(request, handler);
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        return http.send(request, handler);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return http.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return http.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return http.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return http.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return http.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return http.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return http.authenticator();
    }

    @Override
    public Version version() {
        return http.version();
    }

    @Override
    public Optional<Executor> executor() {
        return http.executor();
    }
}
