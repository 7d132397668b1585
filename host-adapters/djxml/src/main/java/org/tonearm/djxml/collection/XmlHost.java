package org.tonearm.djxml.collection;

import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.tonearm.api.host.HostCollection;
import org.tonearm.api.host.HostEnvironment;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.ResultWay;
import org.tonearm.listing.ListingHost;
import org.tonearm.listing.Locations;
import org.tonearm.listing.VersionedListing;

/**
 * A host whose library is one XML file. Thread-safe, as its subclasses are. What was read last is
 * kept as long as the file is as it was and there is memory for it: reading takes seconds where a
 * collection is large, and one run asks for it several times. Which drives were there is kept with
 * it.
 */
public abstract class XmlHost extends ListingHost {
  private final AtomicReference<SoftReference<XmlCollection>> last =
      new AtomicReference<>(new SoftReference<>(null));

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
    XmlCollection known = last.get().get();
    if (known != null && known.isStill(place)) {
      return known;
    }
    XmlCollection read = XmlCollection.read(place, () -> reader(locations), importHint());
    last.set(new SoftReference<>(read));
    return read;
  }
}
