/** The division tree from province to village, how villages are called in practice, and the groups below a village. */
@NullMarked
package xindang.model.region;

import org.jspecify.annotations.NullMarked;
