package org.tonearm.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.host.HostEnvironment;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.MoodPlace;
import org.tonearm.listing.ListingHost;
import org.tonearm.listing.Locations;
import org.tonearm.listing.VersionedListing;

/** Engine DJ, by its database {@code m.db}, which is read and never written to. */
public final class EngineHost extends ListingHost {

  /** On the library at the usual place of this machine. */
  public EngineHost() {
    this(HostEnvironment.ofProcess(), Optional.empty());
  }

  EngineHost(HostEnvironment machine, Optional<Path> named) {
    super(machine, named);
  }

  @Override
  public String id() {
    return "engine";
  }

  @Override
  public String displayName() {
    return "Engine DJ";
  }

  @Override
  public MoodPlace moodPlace() {
    return new MoodPlace(MoodPlace.Kind.COMMENT_BLOCK, "Comment");
  }

  @Override
  public String refreshHint() {
    return "In Engine DJ select the tracks, right-click, Re-import Track Information; the mood stands in the column Comment.";
  }

  @Override
  protected ListingHost on(HostEnvironment machine, Path place) {
    return new EngineHost(machine, Optional.of(place));
  }

  @Override
  protected List<Path> usualPlaces(HostEnvironment machine) {
    return List.of(machine.home().resolve("Music/Engine Library/Database2/m.db"));
  }

  @Override
  protected String howToGetOne() {
    return "Start Engine DJ once; drives for players have an 'Engine Library/Database2/m.db' of their own.";
  }

  @Override
  protected Set<String> programs() {
    return Set.of("engine dj", "engine prime");
  }

  @Override
  protected VersionedListing read(Path place, Locations locations) throws HostException {
    return new EngineLibrary(place, locations).read();
  }
}
