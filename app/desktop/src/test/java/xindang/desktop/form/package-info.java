/** Tests of the form without JavaFX. */
@NullMarked
package xindang.desktop.form;

import org.jspecify.annotations.NullMarked;
