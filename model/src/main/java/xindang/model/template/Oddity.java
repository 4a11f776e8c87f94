package xindang.model.template;

import xindang.model.common.Violation;

/**
 * Something that looks wrong in a record though each value by itself is right.
 *
 * @param path the value it is about
 * @param stops whether no report may be made before it is put right, since it makes a number false
 */
public record Oddity(String path, Violation violation, boolean stops) {}
