package xindang.model.common;

/**
 * A violation at one value of a record.
 *
 * @param path path of the value; empty when the violation concerns the whole record
 */
public record Finding(String path, Violation violation) {}
