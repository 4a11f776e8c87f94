/**
 * Turns what a report says into a display list: marks at absolute places, in px (96 to the inch) from the upper left
 * corner of an A4 page, in reading order. Back ends and the screen draw the list and decide nothing.
 */
@NullMarked
package xindang.reports.layout;

import org.jspecify.annotations.NullMarked;
