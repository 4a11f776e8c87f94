package xindang.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/** A few open connections; who asks when all are out waits, at most ten seconds. */
final class Pool implements AutoCloseable {
    private static final int SIZE = 8;
    private static final int WAIT_SECONDS = 10;

    /** Where connections come from. */
    interface Source {
        Connection open() throws SQLException;
    }

    private final Source source;
    private final Semaphore permits = new Semaphore(SIZE, true);
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    Pool(Source source) {
        this.source = source;
    }

    Connection borrow() throws SQLException {
        try {
            if (!permits.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AppException(ErrorCode.NETWORK, "database busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AppException(ErrorCode.CANCELLED, "interrupted", e);
        }
        var connection = idle.poll();
        if (connection != null) {
            return connection;
        }
        try {
            connection = source.open();
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            permits.release();
            throw e;
        }
    }

    void giveBack(Connection connection) {
        idle.push(connection);
        permits.release();
    }

    /** Gives up a connection whose state is not known. */
    void discard(Connection connection) {
        permits.release();
        try {
            connection.close();
        } catch (SQLException e) {
            // It is gone, which is what was wanted.
        }
    }

    @Override
    public void close() {
        for (var connection = idle.poll(); connection != null; connection = idle.poll()) {
            try {
                connection.close();
            } catch (SQLException e) {
                // The next one still wants closing.
            }
        }
    }
}
