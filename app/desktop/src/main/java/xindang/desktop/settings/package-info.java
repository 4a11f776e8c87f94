/** What a person sets: size and tone of the screen, password and recovery code, and how the archive is. */
@NullMarked
package xindang.desktop.settings;

import org.jspecify.annotations.NullMarked;
