/** Tests of exchanges between offices and a real platform, with and without failures of the network. */
@NullMarked
package xindang.sync;

import org.jspecify.annotations.NullMarked;
