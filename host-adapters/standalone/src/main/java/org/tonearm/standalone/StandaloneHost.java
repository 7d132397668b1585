package org.tonearm.standalone;

import java.util.stream.Stream;
import org.tonearm.api.Track;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.library.LibraryScan;

/** Files and folders as they lie on the disk. Stateless and thread-safe. */
public final class StandaloneHost implements HostAdapter {
  private final LibraryScan scan = new LibraryScan();

  @Override
  public String id() {
    return "standalone";
  }

  @Override
  public String displayName() {
    return "Files and folders";
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
    return "Let your music program read the tags again (often called Rescan, Reload or Refresh).";
  }
}
