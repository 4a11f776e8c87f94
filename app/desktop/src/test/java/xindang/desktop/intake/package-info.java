/** Imports as the page goes through them, on real files and a store in memory. */
@NullMarked
package xindang.desktop.intake;

import org.jspecify.annotations.NullMarked;
