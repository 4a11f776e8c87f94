/** The form, tested without a toolkit. */
@NullMarked
package xindang.desktop.form;

import org.jspecify.annotations.NullMarked;
