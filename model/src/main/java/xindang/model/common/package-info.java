/** What every other package of the model stands on: violations as values, failures of the environment, digests and ids. */
@NullMarked
package xindang.model.common;

import org.jspecify.annotations.NullMarked;
