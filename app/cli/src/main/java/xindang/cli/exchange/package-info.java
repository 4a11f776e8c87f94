/** Commands of the exchange with a platform, and the one that runs a platform. */
@NullMarked
package xindang.cli.exchange;

import org.jspecify.annotations.NullMarked;
