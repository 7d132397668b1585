package org.tonearm.djxml.collection;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.host.HostCollection;
import org.tonearm.api.host.HostEnvironment;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.ResultWay;
import org.tonearm.listing.ListingHost;
import org.tonearm.listing.Locations;
import org.tonearm.listing.VersionedListing;

/** A host whose library is one XML file. Immutable and thread-safe, as its subclasses are. */
public abstract class XmlHost extends ListingHost {

  /**
   * @param environment the machine
   * @param named a collection that the user names; empty for the one at the usual place
   */
  protected XmlHost(HostEnvironment environment, Optional<Path> named) {
    super(environment, named);
  }

  /** What the user does so that the host takes an exported collection, as a sentence. */
  protected abstract String importHint();

  /** A new reader. */
  protected abstract CollectionReader reader(Locations locations);

  @Override
  protected final VersionedListing read(Path place, Locations locations) throws HostException {
    return collection(place, locations);
  }

  @Override
  public final Optional<HostCollection> collection() throws HostException {
    return Optional.of(collection(existingPlace(), new Locations(environment())));
  }

  @Override
  public final Set<ResultWay> ways() {
    return Set.of(ResultWay.FILE_TAGS, ResultWay.COLLECTION, ResultWay.PLAYLISTS);
  }

  private XmlCollection collection(Path place, Locations locations) throws HostException {
    return XmlCollection.read(place, () -> reader(locations), importHint());
  }
}
