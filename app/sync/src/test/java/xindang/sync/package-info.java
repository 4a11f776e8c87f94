/** Exchanges between offices and a real platform, over good links and bad ones. */
@NullMarked
package xindang.sync;

import org.jspecify.annotations.NullMarked;
