/**
 * The law at every door. One question, asked at each boundary: may these values be typed, drafted, imported, received, kept,
 * shown, rated, printed or passed on, by whom, for what, today? Boundaries ask {@link xindang.model.law.Gate} and hold no
 * rule of their own.
 *
 * <p>征信业管理条例 article 14(1) (what is never collected), article 14(2) (what needs written consent), article 16 (how long
 * bad information is kept); 个人信息保护法 articles 23 (passing on), 28 (children, biometrics).
 */
@NullMarked
package xindang.model.law;

import org.jspecify.annotations.NullMarked;
