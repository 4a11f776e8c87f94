/**
 * The programs that start the product. {@link xindang.packaging.Start} runs the practice village, and
 * {@link xindang.packaging.Window} opens a person's own archives. {@link xindang.packaging.Display} checks first
 * whether the machine can show a window. The build of launchers and images is in the same module, outside this package.
 */
@NullMarked
package xindang.packaging;

import org.jspecify.annotations.NullMarked;
