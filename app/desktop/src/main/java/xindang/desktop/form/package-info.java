/**
 * The form of an archive, made from its template: sections, fields by type, checks in place, a save at each field left.
 * The same form serves every kind of subject.
 */
@NullMarked
package xindang.desktop.form;

import org.jspecify.annotations.NullMarked;
