/** Tests of an archive on the disk: saves, exchange, crashes, damage, erasures, formats. */
@NullMarked
package xindang.persistence;

import org.jspecify.annotations.NullMarked;
