package org.tonearm.players.navidrome;

import java.nio.file.Path;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.testkit.HostAdapterCompatibilityKit;

final class NavidromeHostTest extends HostAdapterCompatibilityKit {
  @Override
  protected HostAdapter adapterFor(Path library) {
    return new NavidromeHost();
  }
}
