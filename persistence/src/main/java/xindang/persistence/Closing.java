package xindang.persistence;

/** An action that runs when an archive is closed. */
interface Closing extends AutoCloseable {
    @Override
    void close();
}
