/**
 * Small types that all other packages of the model use. It depends on no other package of the model.
 *
 * <p>A broken rule is a value: {@link xindang.model.common.Violation}, or a {@link xindang.model.common.Finding} when
 * it has a path. A failure of the environment is an {@link xindang.model.common.AppException} with an
 * {@link xindang.model.common.ErrorCode}; the code has a message for people and an exit code for commands.
 * {@link xindang.model.common.Digest} computes SHA-256, {@link xindang.model.common.Ids} makes UUIDs, and
 * {@link xindang.model.common.Progress} reports and cancels long work. {@link xindang.model.common.Exempt} marks a
 * class that may break a house rule.
 *
 * <p>No type here contains a text for people: front ends find the texts in their message files by the codes.
 */
@NullMarked
package xindang.model.common;

import org.jspecify.annotations.NullMarked;
