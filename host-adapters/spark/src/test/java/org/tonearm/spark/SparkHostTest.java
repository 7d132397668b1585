package org.tonearm.spark;

import java.nio.file.Path;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.testkit.HostAdapterCompatibilityKit;

final class SparkHostTest extends HostAdapterCompatibilityKit {

  @Override
  protected HostAdapter adapterFor(Path library) {
    return new SparkHost();
  }
}
