package xindang.model.common;

/**
 * Something about one value of a record.
 *
 * @param path empty when it concerns the whole record
 */
public record Finding(String path, Violation violation) {}
