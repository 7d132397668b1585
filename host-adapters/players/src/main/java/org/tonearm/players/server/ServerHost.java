package org.tonearm.players.server;

import java.util.Optional;
import java.util.stream.Stream;
import org.tonearm.api.Track;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostLibrary;
import org.tonearm.api.host.HostServer;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.library.LibraryScan;

/**
 * A music server. Its tracks are the files in the folders that it reads, which the user names; it
 * learns of new tags when it looks through them. Immutable and thread-safe, as its subclasses are.
 */
public abstract class ServerHost implements HostAdapter {
  private final LibraryScan scan = new LibraryScan();

  /** For subclasses. */
  protected ServerHost() {}

  /** How it is asked to look again. */
  protected abstract HostServer theServer();

  @Override
  public final Optional<HostServer> server() {
    return Optional.of(theServer());
  }

  @Override
  public final Stream<Track> tracks(TrackRequest request) {
    return scan.tracks(request);
  }

  @Override
  public final HostLibrary library() {
    return new HostLibrary(
        HostLibrary.Support.SUPPORTED,
        Optional.empty(),
        "",
        "A server: name the folders that it reads; 'refresh' asks it to look through them.");
  }

  /** Servers look at files whose time has moved on, and at no others. */
  @Override
  public TagProfile profile() {
    return new TagProfile("; ", "MOOD", 4, TagProfile.ModificationTime.MOVED_ON);
  }

  @Override
  public String refreshHint() {
    return "Have the server look through its folders: tonearm host " + id() + " refresh.";
  }
}
