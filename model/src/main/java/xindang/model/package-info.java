/** What a credit archive is: subjects, templates, records, changes, rating, creation cases and law. */
@NullMarked
package xindang.model;

import org.jspecify.annotations.NullMarked;
