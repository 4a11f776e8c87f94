/** Starting the product: the practice, launchers and images. */
@NullMarked
package xindang.packaging;

import org.jspecify.annotations.NullMarked;
