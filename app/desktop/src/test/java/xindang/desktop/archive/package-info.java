/** Tests of the archive list without JavaFX. */
@NullMarked
package xindang.desktop.archive;

import org.jspecify.annotations.NullMarked;
