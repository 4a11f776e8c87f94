/** Tests of opening and mending. */
@NullMarked
package xindang.persistence.opening;

import org.jspecify.annotations.NullMarked;
