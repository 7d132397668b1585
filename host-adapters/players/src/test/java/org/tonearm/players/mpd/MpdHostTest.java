package org.tonearm.players.mpd;

import java.nio.file.Path;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.testkit.HostAdapterCompatibilityKit;

final class MpdHostTest extends HostAdapterCompatibilityKit {
  @Override
  protected HostAdapter adapterFor(Path library) {
    return new MpdHost();
  }
}
