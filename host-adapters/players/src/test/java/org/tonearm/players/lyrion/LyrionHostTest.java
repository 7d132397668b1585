package org.tonearm.players.lyrion;

import java.nio.file.Path;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.testkit.HostAdapterCompatibilityKit;

final class LyrionHostTest extends HostAdapterCompatibilityKit {
  @Override
  protected HostAdapter adapterFor(Path library) {
    return new LyrionHost();
  }
}
