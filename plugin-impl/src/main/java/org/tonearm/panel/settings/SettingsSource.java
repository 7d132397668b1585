package org.tonearm.panel.settings;

import java.util.List;
import java.util.Optional;
import org.tonearm.api.TonearmException;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.backend.BackendChoice;
import org.tonearm.configuration.ConfigurationStore;

/**
 * What the settings view asks of its surroundings. Called on one thread, which is not the event
 * thread.
 */
public interface SettingsSource {

  /** The configuration file. */
  ConfigurationStore store();

  /** The installed models with their cards. */
  List<ModelSheet> models() throws TonearmException;

  /** The programs whose libraries can be tagged, as they are installed beside this one. */
  List<HostAdapter> hosts();

  /** What would compute under a choice, and why, in a sentence. */
  String device(BackendChoice choice);

  /** The watch of folders; empty where it can't be switched from here. */
  Optional<WatchSwitch> watch();
}
