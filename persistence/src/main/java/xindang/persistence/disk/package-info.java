/** Files opened, replaced and synced in one way, at a seam where tests put a disk that fails. */
@NullMarked
package xindang.persistence.disk;

import org.jspecify.annotations.NullMarked;
