package xindang.persistence;

/** Something that is done when an archive is closed. */
interface Closing extends AutoCloseable {
    @Override
    void close();
}
