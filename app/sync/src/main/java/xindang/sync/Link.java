package xindang.sync;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.model.common.ErrorCode;
import xindang.model.common.Progress;

/**
 * The connection to one platform. All requests may be repeated, so a failed request is sent once more. If it fails
 * again, the exchange ends, and the next exchange continues. The link waits as long as the platform sends anything,
 * because a slow link is not a broken one.
 */
final class Link {
    private static final int LARGEST = 64 * 1024 * 1024;
    private static final int LOOK_MILLIS = 100;
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private final HttpClient http;
    private final URI address;
    private final Duration patience;
    private final Progress progress;
    private String authority;

    /**
     * Creates a link.
     *
     * @param authority pinned certificate authority; empty to pin the first one
     * @param patience longest time without any received byte
     * @throws AppException USAGE if the address is neither https nor on this machine
     */
    Link(HttpClient http, URI address, String authority, Duration patience, Progress progress) {
        this.http = http;
        this.address = checked(address);
        this.authority = authority;
        this.patience = patience;
        this.progress = progress;
    }

    /** A status and an unpacked body. */
    record Reply(int status, String body) {}

    /** Returns a request to a path of the platform. */
    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Accept-Encoding", "gzip");
    }

    /** Sends a request and waits for the reply. The supplier makes the request again for each attempt. */
    Reply send(Supplier<HttpRequest.Builder> request) {
        return begin(request).reply();
    }

    /** Sends a request and returns at once. The supplier makes the request again for each attempt. */
    Call begin(Supplier<HttpRequest.Builder> request) {
        progress.check();
        return new Call(request);
    }

    /** A request that was sent. */
    final class Call {
        private final Supplier<HttpRequest.Builder> request;
        private final BoundedBody.Counter counter = new BoundedBody.Counter();
        private final CompletableFuture<HttpResponse<byte[]>> first;

        private Call(Supplier<HttpRequest.Builder> request) {
            this.request = request;
            first = sent(request, counter);
        }

        /**
         * Waits for the reply. A failed request is sent once more.
         *
         * @throws AppException NETWORK if there is no answer
         */
        Reply reply() {
            try {
                return received(first, counter);
            } catch (IOException e) {
                progress.check();
            }
            try {
                var again = new BoundedBody.Counter();
                return received(sent(request, again), again);
            } catch (IOException e) {
                throw new AppException(ErrorCode.NETWORK, "no answer from " + address, e, address.toString());
            }
        }

        /** Cancels the request. Its reply is not needed. */
        void drop() {
            first.cancel(true);
        }
    }

    String authority() {
        return authority;
    }

    private CompletableFuture<HttpResponse<byte[]>> sent(
            Supplier<HttpRequest.Builder> request, BoundedBody.Counter counter) {
        return http.sendAsync(request.get().build(), info -> new BoundedBody(LARGEST, counter));
    }

    private Reply received(CompletableFuture<HttpResponse<byte[]>> future, BoundedBody.Counter counter)
            throws IOException {
        try {
            var response = await(future, counter);
            response.sslSession().ifPresent(this::pin);
            var packed =
                    response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
            var body = packed ? unpacked(response.body()) : response.body();
            return new Reply(response.statusCode(), new String(body, StandardCharsets.UTF_8));
        } finally {
            future.cancel(true);
        }
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> future, BoundedBody.Counter counter)
            throws IOException {
        var quiet = 0L;
        var seen = 0L;
        // a fast answer must not come before a cancellation that was made already
        progress.check();
        while (true) {
            try {
                return future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                progress.check();
                quiet = counter.bytes() == seen ? quiet + LOOK_MILLIS : 0;
                seen = counter.bytes();
                if (quiet >= patience.toMillis()) {
                    throw new IOException("nothing came for " + patience, e);
                }
            } catch (ExecutionException e) {
                throw new IOException("request failed", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AppException(ErrorCode.CANCELLED, "interrupted", e);
            }
        }
    }

    /**
     * Pins the certificate authority of the first connection.
     *
     * @throws AppException REFUSED if a later connection has another authority
     */
    private void pin(SSLSession session) {
        try {
            var chain = session.getPeerCertificates();
            var top = Digest.of(chain[chain.length - 1].getEncoded());
            if (authority.isEmpty()) {
                authority = top;
            } else if (!authority.equals(top)) {
                throw new AppException(ErrorCode.REFUSED, "another authority", "exchange.authority");
            }
        } catch (SSLPeerUnverifiedException | CertificateEncodingException e) {
            throw new AppException(ErrorCode.REFUSED, "no certificate", e, "exchange.authority");
        }
    }

    private static byte[] unpacked(byte[] body) throws IOException {
        var out = new ByteArrayOutputStream(body.length * 4);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            out.writeBytes(in.readNBytes(LARGEST));
        }
        return out.toByteArray();
    }

    /** Checks that the address is https, or http to this machine. */
    private static URI checked(URI address) {
        var host = address.getHost() == null ? "" : address.getHost();
        var safe = "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && LOOPBACK.matcher(host).matches());
        if (!safe || host.isEmpty()) {
            throw new AppException(ErrorCode.USAGE, "not an https address", "exchange.address");
        }
        var text = address.toString();
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }
}
