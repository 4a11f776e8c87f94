/** Reports: values in, paper out. */
@NullMarked
package xindang.reports;

import org.jspecify.annotations.NullMarked;
