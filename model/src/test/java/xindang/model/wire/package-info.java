/** Changes and their JSON, member by member. */
@NullMarked
package xindang.model.wire;

import org.jspecify.annotations.NullMarked;
