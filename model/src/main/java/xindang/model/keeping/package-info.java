/**
 * Keeping archives: the use cases that begin, change, decide and open a record. Each write is held against the template
 * and the law first and answered with what forbids it.
 */
@NullMarked
package xindang.model.keeping;

import org.jspecify.annotations.NullMarked;
