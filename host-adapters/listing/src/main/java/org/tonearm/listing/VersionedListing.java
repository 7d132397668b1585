package org.tonearm.listing;

import java.util.List;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostListing;

/** A listing that knows of what form it was read. Immutable and thread-safe. */
public interface VersionedListing extends HostListing {

  /** Of the program or form, as the library says; "" if it doesn't. */
  String version();

  /** Faults of parts that were passed over, such as a broken crate; each names its file. */
  default List<HostException> passedOver() {
    return List.of();
  }
}
