package org.tonearm.mixxx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.host.HostCrates;
import org.tonearm.api.host.HostEnvironment;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostSystem;
import org.tonearm.api.host.MoodPlace;
import org.tonearm.api.host.ResultWay;
import org.tonearm.listing.ListingHost;
import org.tonearm.listing.Locations;
import org.tonearm.listing.VersionedListing;

/** Mixxx, by its database {@code mixxxdb.sqlite}. */
public final class MixxxHost extends ListingHost {

  /** On the library at the usual place of this machine. */
  public MixxxHost() {
    this(HostEnvironment.ofProcess(), Optional.empty());
  }

  MixxxHost(HostEnvironment machine, Optional<Path> named) {
    super(machine, named);
  }

  @Override
  public String id() {
    return "mixxx";
  }

  @Override
  public String displayName() {
    return "Mixxx";
  }

  @Override
  public MoodPlace moodPlace() {
    return new MoodPlace(MoodPlace.Kind.COMMENT_BLOCK, "Comment");
  }

  @Override
  public String refreshHint() {
    return "In Mixxx select the tracks, right-click, Metadata, Import From File Tags; the mood stands in the column Comment.";
  }

  @Override
  public Set<ResultWay> ways() {
    return Set.of(ResultWay.FILE_TAGS, ResultWay.CRATES, ResultWay.PLAYLISTS);
  }

  @Override
  public Optional<HostCrates> crates() {
    return Optional.of(new MixxxCrates(this::existingPlace, this::running, environment()));
  }

  @Override
  protected ListingHost on(HostEnvironment machine, Path place) {
    return new MixxxHost(machine, Optional.of(place));
  }

  @Override
  protected List<Path> usualPlaces(HostEnvironment machine) {
    List<Path> places = new ArrayList<>();
    String local = machine.variables().get("LOCALAPPDATA");
    if (machine.system() == HostSystem.WINDOWS && local != null) {
      places.add(Path.of(local, "Mixxx", "mixxxdb.sqlite"));
    }
    if (machine.system() == HostSystem.MACOS) {
      String contained = "Library/Containers/org.mixxx.mixxx/Data/Library/Application Support";
      places.add(machine.home().resolve(contained + "/Mixxx/mixxxdb.sqlite"));
      places.add(machine.home().resolve("Library/Application Support/Mixxx/mixxxdb.sqlite"));
    }
    if (machine.system() == HostSystem.LINUX) {
      places.add(machine.home().resolve(".mixxx/mixxxdb.sqlite"));
      places.add(machine.home().resolve(".var/app/org.mixxx.Mixxx/.mixxx/mixxxdb.sqlite"));
    }
    return places;
  }

  @Override
  protected String howToGetOne() {
    return "Start Mixxx once and let it scan your music; its database is mixxxdb.sqlite in its settings folder.";
  }

  @Override
  protected Set<String> programs() {
    return Set.of("mixxx", "mixxx.real");
  }

  @Override
  protected VersionedListing read(Path place, Locations locations) throws HostException {
    return MixxxLibrary.read(place, locations);
  }
}
