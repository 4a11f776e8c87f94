/**
 * Rating: forms as data, a pure engine that explains every point, local averages and the use cases that rate a household
 * or a whole region. Nothing here reads a clock or a random number: the same inputs give the same rating for ever.
 */
@NullMarked
package xindang.model.rating;

import org.jspecify.annotations.NullMarked;
