/**
 * The templates inside the program. {@link ShippedTemplates} loads them and checks each against its digest and the law.
 */
@NullMarked
package xindang.model.shipped;

import org.jspecify.annotations.NullMarked;
