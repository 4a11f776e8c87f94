/** Tests of texts, formats and components. */
@NullMarked
package xindang.desktop.ui;

import org.jspecify.annotations.NullMarked;
