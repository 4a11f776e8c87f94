/** Tests of the table that connects ratings and reports with their subjects. */
@NullMarked
package xindang.persistence.fold;

import org.jspecify.annotations.NullMarked;
