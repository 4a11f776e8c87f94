/** The platform as its clients meet it, over HTTP, on H2 and on PostgreSQL. */
@NullMarked
package xindang.platform;

import org.jspecify.annotations.NullMarked;
