/** Tests of the import page with real files and a store in memory. */
@NullMarked
package xindang.desktop.intake;

import org.jspecify.annotations.NullMarked;
