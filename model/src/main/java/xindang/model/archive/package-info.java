/** Records, their content and the changes that make them. A save is one change; all history is changes. */
@NullMarked
package xindang.model.archive;

import org.jspecify.annotations.NullMarked;
