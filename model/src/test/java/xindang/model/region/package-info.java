/** Tests of the division tree with the table of the program. */
@NullMarked
package xindang.model.region;

import org.jspecify.annotations.NullMarked;
