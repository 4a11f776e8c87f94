/** Exchange with the city platform: what waits, and what two people changed at once, decided one by one. */
@NullMarked
package xindang.desktop.sync;

import org.jspecify.annotations.NullMarked;
