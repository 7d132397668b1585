package org.tonearm.players.jellyfin;

import java.nio.file.Path;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.testkit.HostAdapterCompatibilityKit;

final class JellyfinHostTest extends HostAdapterCompatibilityKit {
  @Override
  protected HostAdapter adapterFor(Path library) {
    return new JellyfinHost();
  }
}
