package xindang.model.template;

import xindang.model.common.Violation;

/**
 * Something that looks wrong in a record though each value by itself is right.
 *
 * @param path the value it is about
 */
public record Oddity(String path, Violation violation) {}
