/** Tests of the settings without JavaFX. */
@NullMarked
package xindang.desktop.settings;

import org.jspecify.annotations.NullMarked;
