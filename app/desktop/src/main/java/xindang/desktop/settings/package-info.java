/**
 * The settings: text size and colours, password, recovery code, and the check of the archive.
 *
 * <p>{@link xindang.desktop.settings.SettingsViewModel} calls {@link xindang.desktop.settings.Keyring} in the
 * background. The keyring is an interface to the open archive. Changes of text size and colours go to {@code Theme},
 * which saves them. Begin with {@code Keyring}.
 */
@NullMarked
package xindang.desktop.settings;

import org.jspecify.annotations.NullMarked;
