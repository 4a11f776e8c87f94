/** Fakes, contracts and generators of invented data that the tests of every module share. */
@NullMarked
package xindang.model.testing;

import org.jspecify.annotations.NullMarked;
