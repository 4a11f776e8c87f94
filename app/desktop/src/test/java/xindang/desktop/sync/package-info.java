/** Tests of the exchange page: conflicts in memory, and a real archive with a real platform. */
@NullMarked
package xindang.desktop.sync;

import org.jspecify.annotations.NullMarked;
