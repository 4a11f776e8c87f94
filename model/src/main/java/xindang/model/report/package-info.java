/** What a printed report says, as values without any layout. */
@NullMarked
package xindang.model.report;

import org.jspecify.annotations.NullMarked;
