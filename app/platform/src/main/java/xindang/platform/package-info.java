/**
 * A reference city platform: exchange gateway and public pages on H2 or PostgreSQL. {@link xindang.platform.Platform} is
 * the door; everything else is behind it. The gateway keeps nothing in memory between two requests: all state is in the
 * database, so several may serve one.
 */
@NullMarked
package xindang.platform;

import org.jspecify.annotations.NullMarked;
