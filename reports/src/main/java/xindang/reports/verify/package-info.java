/**
 * Checks from a printed file alone, without a network, whether it is an unchanged report.
 * {@link xindang.reports.verify.Verifier} compares data and pages with the digests in the file. The result is a
 * {@link xindang.reports.verify.Verification}. It cannot prove who issued the file; a signature or the platform can.
 */
@NullMarked
package xindang.reports.verify;

import org.jspecify.annotations.NullMarked;
