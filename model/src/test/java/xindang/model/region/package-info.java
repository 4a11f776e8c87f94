/** Tests of the division tree on the table that ships. */
@NullMarked
package xindang.model.region;

import org.jspecify.annotations.NullMarked;
