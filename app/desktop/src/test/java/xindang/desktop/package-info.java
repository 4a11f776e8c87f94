/** What the tests of the desktop share: work in place, scripted answers, pictures of pages, a bench of all components. */
@NullMarked
package xindang.desktop;

import org.jspecify.annotations.NullMarked;
