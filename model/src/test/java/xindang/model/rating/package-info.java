/** Tests of the forms, the engine and the use cases of rating. */
@NullMarked
package xindang.model.rating;

import org.jspecify.annotations.NullMarked;
