package xindang.sync;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A TCP proxy that does to connections what village networks do. */
final class FaultProxy implements AutoCloseable {
    /**
     * What happens to a connection.
     *
     * @param up bytes to the platform after which it is cut
     * @param down bytes from the platform after which it is cut; 0 loses the answer
     * @param pauseMillis pause before each piece
     * @param end what a cut is
     */
    record Fault(long up, long down, long pauseMillis, End end) {
        static final Fault NONE = new Fault(Long.MAX_VALUE, Long.MAX_VALUE, 0, End.CLOSE);

        static Fault cutUp(long bytes) {
            return new Fault(bytes, Long.MAX_VALUE, 0, End.CLOSE);
        }

        static Fault cutDown(long bytes) {
            return new Fault(Long.MAX_VALUE, bytes, 0, End.CLOSE);
        }

        static Fault halfClose(long bytes) {
            return new Fault(Long.MAX_VALUE, bytes, 0, End.HALF_CLOSE);
        }

        static Fault blackHole(long bytes) {
            return new Fault(Long.MAX_VALUE, bytes, 0, End.SILENCE);
        }

        static Fault slow(long millis) {
            return new Fault(Long.MAX_VALUE, Long.MAX_VALUE, millis, End.CLOSE);
        }
    }

    enum End {
        CLOSE,
        HALF_CLOSE,
        SILENCE
    }

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "fault-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private volatile URI target;
    private volatile Supplier<Fault> faults = () -> Fault.NONE;

    FaultProxy(URI target) {
        this.target = target;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Where connections go from now on. */
    void target(URI to) {
        target = to;
    }

    /** What each new connection suffers from now on. */
    void suffer(Supplier<Fault> each) {
        faults = each;
    }

    void heal() {
        suffer(() -> Fault.NONE);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                var fault = faults.get();
                var server = new Socket(InetAddress.getLoopbackAddress(), target.getPort());
                threads.execute(() -> pump(client, server, fault.up(), fault, End.CLOSE));
                threads.execute(() -> pump(server, client, fault.down(), fault, fault.end()));
            } catch (IOException e) {
                // The listener was closed, or the platform is down: the client sees a closed connection.
            }
        }
    }

    private static void pump(Socket from, Socket to, long allowance, Fault fault, End end) {
        var left = allowance;
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var chunk = new byte[1024];
            for (var n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                if (fault.pauseMillis() > 0) {
                    LockSupport.parkNanos(fault.pauseMillis() * 1_000_000);
                }
                var some = (int) Math.min(n, left);
                out.write(chunk, 0, some);
                out.flush();
                left -= some;
                if (left == 0) {
                    break;
                }
            }
            if (left > 0 || end == End.CLOSE) {
                from.close();
                to.close();
            } else if (end == End.HALF_CLOSE) {
                to.shutdownOutput();
            }
        } catch (IOException e) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is as good as closed.
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
