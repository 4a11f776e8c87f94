/**
 * Import of rosters as offices keep them: the header row is found under titles, columns are mapped by alias and by
 * content, and each row is accepted, accepted with warnings, or rejected. No row is dropped silently: rows read = accepted
 * + rejected + recognised non-rows.
 */
@NullMarked
package xindang.model.intake;

import org.jspecify.annotations.NullMarked;
