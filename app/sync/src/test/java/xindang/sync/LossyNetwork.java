package xindang.sync;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
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
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A network that loses requests, loses answers to requests that arrived, and lets requests arrive twice, as a seed has it. */
final class LossyNetwork extends HttpClient {
    private final HttpClient http;
    private final long seed;
    private final Map<String, Integer> asked = new HashMap<>();
    private final int oneIn;

    /** @param oneIn one of so many requests fails; 0 for a network that loses nothing */
    LossyNetwork(HttpClient http, long seed, int oneIn) {
        this.http = http;
        this.seed = seed;
        this.oneIn = oneIn;
    }

    /** The fate of a request depends on what it asks for and how often that was asked, not on which thread is first. */
    private synchronized int fate(HttpRequest request) {
        var what = request.method() + request.uri().getPath();
        var random = new Random(seed + 31L * what.hashCode() + asked.merge(what, 1, Integer::sum));
        return oneIn == 0 || random.nextInt(oneIn) > 0 ? 3 : random.nextInt(3);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        return switch (fate(request)) {
            case 0 -> CompletableFuture.failedFuture(new IOException("the request is lost"));
            case 1 ->
                http.sendAsync(request, handler)
                        .thenCompose(answer -> CompletableFuture.failedFuture(new IOException("the answer is lost")));
            case 2 -> http.sendAsync(request, handler).thenCompose(answer -> http.sendAsync(request, handler));
            default -> http.sendAsync(request, handler);
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
