/** Tests of the platform over HTTP, on H2 and on PostgreSQL. */
@NullMarked
package xindang.platform;

import org.jspecify.annotations.NullMarked;
