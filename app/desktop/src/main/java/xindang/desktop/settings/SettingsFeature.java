package xindang.desktop.settings;

import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Feature;

/** The settings as a feature in the rail. */
public final class SettingsFeature {
    private SettingsFeature() {}

    public static List<Feature> of(Desk desk, Office office, Keyring keyring) {
        return List.of(Feature.inRail("settings", "settings.title", Feather.SETTINGS, place -> new SettingsView(
                        desk, office, keyring, new SettingsViewModel(desk, keyring))
                .screen()));
    }
}
