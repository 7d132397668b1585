package org.tonearm.listing;

import org.tonearm.api.host.HostListing;

/** A listing that knows of what form it was read. Immutable and thread-safe. */
public interface VersionedListing extends HostListing {

  /** Of the program or form, as the library says; "" if it doesn't. */
  String version();
}
