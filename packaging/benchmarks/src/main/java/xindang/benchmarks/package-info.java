/** Measurements of the product beside bare baselines, as ratios in one run. */
@NullMarked
package xindang.benchmarks;

import org.jspecify.annotations.NullMarked;
