package org.tonearm.spark;

import java.util.stream.Stream;
import org.tonearm.api.Track;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.library.LibraryScan;

/**
 * An archive that a cluster hears: files as they lie on a shared file system. What lies in an
 * object store only the jobs see. Stateless and thread-safe; needs no Spark.
 */
public final class SparkHost implements HostAdapter {
  private final LibraryScan scan = new LibraryScan();

  @Override
  public String id() {
    return "spark";
  }

  @Override
  public String displayName() {
    return "Apache Spark";
  }

  @Override
  public Stream<Track> tracks(TrackRequest request) {
    return scan.tracks(request);
  }

  @Override
  public TagProfile profile() {
    return TagProfile.DEFAULT;
  }

  @Override
  public String refreshHint() {
    return "Run 'tonearm cluster analyze' again: it hears what was changed.";
  }
}
