/**
 * The divisions from province to village, the usual names of villages, and the groups below a village.
 *
 * <p>{@link Divisions} is the division table as a tree; {@link Division} is one unit of it. A written name goes from
 * {@link Divisions#village} to {@link VillageIndex}, which splits it into a path and a {@link VillageName}. The result
 * is a {@link Lookup}: found, ambiguous or unknown with suggestions. {@link VillageGroup} reads 组 and 屯, which have no
 * national code.
 *
 * <p>{@link Territory} is the division of one archive. It returns whether a place is inside the archive, and why a
 * subject outside may not be changed.
 *
 * <p>The table is part of the program and contains Harbin only. Begin with {@link Divisions#village}.
 */
@NullMarked
package xindang.model.region;

import org.jspecify.annotations.NullMarked;
