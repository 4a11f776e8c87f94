/**
 * The programs that start the product.
 * <ul>
 * <li>{@link xindang.packaging.Start} runs the practice village. {@code mvn -q} starts it as its last step.
 * <li>{@link xindang.packaging.Window} opens a person's own archives.
 * <li>{@link xindang.packaging.Display} checks whether the machine can show a window, and names missing libraries.
 * <li>{@link xindang.packaging.WindowPractice} creates the practice town for the window.
 * </ul>
 *
 * <p>{@code Start} and {@code Window} first call {@code Display}. With a display they start the desktop; without one,
 * {@code Start} uses the terminal and {@code Window} prints what is missing.
 *
 * <p>The package has no rules of its own. Launchers and images are built in the same module, outside this package. The
 * tests of this module check the code of all modules. Begin reading at {@link xindang.packaging.Start}.
 */
@NullMarked
package xindang.packaging;

import org.jspecify.annotations.NullMarked;
