/** Tests of the home page without JavaFX. */
@NullMarked
package xindang.desktop.home;

import org.jspecify.annotations.NullMarked;
