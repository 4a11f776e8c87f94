/**
 * The desktop program: the use cases of the model in a window.
 *
 * <p>Each feature has its own package: home, archive, form, intake, rating, report, sync, settings. A feature knows the
 * others only by their places. {@code ui} has the common parts, {@code shell} is the frame, and {@code boot} connects all
 * parts. Begin with {@code boot}.
 */
@NullMarked
package xindang.desktop;

import org.jspecify.annotations.NullMarked;
