/**
 * The desktop program: the use cases of the model in a window.
 *
 * <p>Each feature has its own package: home, archive, form, intake, rating, report, sync, settings. A feature opens
 * another one only by its place and does not use its types. {@code ui} has the controls and services of all pages,
 * {@code office} the common parts that use the open archive, {@code shell} is the frame, and {@code boot} connects all
 * parts. Begin with {@code boot}.
 */
@NullMarked
package xindang.desktop;

import org.jspecify.annotations.NullMarked;
