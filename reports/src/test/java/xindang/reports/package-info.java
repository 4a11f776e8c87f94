/** Tests of printed reports: pages, files, text extraction and verification. */
@NullMarked
package xindang.reports;

import org.jspecify.annotations.NullMarked;
