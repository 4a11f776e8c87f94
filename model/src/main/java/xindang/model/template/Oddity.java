package xindang.model.template;

import xindang.model.common.Violation;

/**
 * A contradiction in a record whose single values are valid.
 *
 * @param path path of the value
 * @param stops whether it prevents a report until it is corrected, because it makes a number false
 */
public record Oddity(String path, Violation violation, boolean stops) {}
