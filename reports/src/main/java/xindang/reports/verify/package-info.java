/**
 * Checks whether a printed file is an unchanged report. The check needs only the file and no network.
 * {@link xindang.reports.verify.Verifier} compares data and pages with the digests in the file. The result is a
 * {@link xindang.reports.verify.Verification}. It cannot prove who issued the file; a signature or the platform can.
 */
@NullMarked
package xindang.reports.verify;

import org.jspecify.annotations.NullMarked;
