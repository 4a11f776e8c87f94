/**
 * The home page. It shows the work to be done, the last exchange with the platform, and the villages.
 *
 * <p>{@link xindang.desktop.home.HomeViewModel} counts records, conflicts and ratings in the background. From the
 * counts it makes at most five {@code WaitingItem}s, the open tasks. {@code HomeView} shows the page,
 * {@code VillageBoard} the villages and {@code GradeCard} the grades.
 *
 * <p>This package changes nothing. It opens other pages by their {@link xindang.desktop.ui.Place}. Begin with
 * {@code HomeViewModel}.
 */
@NullMarked
package xindang.desktop.home;

import org.jspecify.annotations.NullMarked;
