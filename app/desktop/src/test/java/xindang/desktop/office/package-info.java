/** Tests of the chips. */
@NullMarked
package xindang.desktop.office;

import org.jspecify.annotations.NullMarked;
