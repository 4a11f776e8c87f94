/** The exchange between offices and the city platform: merging, verdicts and the messages that travel. */
@NullMarked
package xindang.model.exchange;

import org.jspecify.annotations.NullMarked;
