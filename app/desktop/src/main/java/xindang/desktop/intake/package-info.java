/** Import of a roster: choose a file, see what each column and row becomes, write it, correct what was refused. */
@NullMarked
package xindang.desktop.intake;

import org.jspecify.annotations.NullMarked;
