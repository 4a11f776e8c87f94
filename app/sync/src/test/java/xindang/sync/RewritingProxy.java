package xindang.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** Somebody between a device and its platform who reads and changes what comes back. */
final class RewritingProxy implements AutoCloseable {
    private static final List<String> PASSED =
            List.of("Content-Type", "Content-Encoding", "Xindang-Signature", "Authorization", "Idempotency-Key");

    private final HttpServer server;
    private final URI target;
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile String path = "";
    private volatile UnaryOperator<String> change = UnaryOperator.identity();

    RewritingProxy(URI target) {
        this.target = target;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::pass);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What becomes of the answers of this path from now on; all others pass as they are. */
    void rewrite(String ofPath, UnaryOperator<String> how) {
        path = ofPath;
        change = how;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = HttpRequest.newBuilder(URI.create(
                            target.toString() + exchange.getRequestURI().toString()))
                    .method(
                            exchange.getRequestMethod(),
                            BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
            for (var name : PASSED) {
                var value = exchange.getRequestHeaders().getFirst(name);
                if (value != null) {
                    request.header(name, value);
                }
            }
            var reply = http.send(request.build(), BodyHandlers.ofString());
            var body = exchange.getRequestURI().getPath().equals(path) ? change.apply(reply.body()) : reply.body();
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.statusCode(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
