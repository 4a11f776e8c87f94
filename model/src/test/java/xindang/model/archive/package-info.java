/** Tests of the content of a record and of the marks in it. */
@NullMarked
package xindang.model.archive;

import org.jspecify.annotations.NullMarked;
