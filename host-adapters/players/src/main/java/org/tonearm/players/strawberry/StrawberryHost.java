package org.tonearm.players.strawberry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.host.HostEnvironment;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostSystem;
import org.tonearm.api.host.MoodPlace;
import org.tonearm.api.tag.MultiValues;
import org.tonearm.api.tag.TagKind;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.listing.ListingHost;
import org.tonearm.listing.Locations;
import org.tonearm.listing.VersionedListing;

/** Strawberry, by its database {@code strawberry.db}. */
public final class StrawberryHost extends ListingHost {

  /** On the library at the usual place of this machine. */
  public StrawberryHost() {
    this(HostEnvironment.ofProcess(), Optional.empty());
  }

  StrawberryHost(HostEnvironment machine, Optional<Path> named) {
    super(machine, named);
  }

  @Override
  public String id() {
    return "strawberry";
  }

  @Override
  public String displayName() {
    return "Strawberry";
  }

  @Override
  public MoodPlace moodPlace() {
    return new MoodPlace(MoodPlace.Kind.COMMENT_BLOCK, "Comment");
  }

  @Override
  public String refreshHint() {
    return "In Strawberry: Tools, Update changed collection folders; the mood stands in the column Comment.";
  }

  /** It keeps one genre a track, and looks at files whose time has moved on. */
  @Override
  public TagProfile profile() {
    return new TagProfile(
        "; ",
        "MOOD",
        4,
        TagProfile.ModificationTime.MOVED_ON,
        Map.of(TagKind.VORBIS, MultiValues.JOINED, TagKind.ID3, MultiValues.JOINED));
  }

  @Override
  protected ListingHost on(HostEnvironment machine, Path place) {
    return new StrawberryHost(machine, Optional.of(place));
  }

  @Override
  protected List<Path> usualPlaces(HostEnvironment machine) {
    List<Path> places = new ArrayList<>();
    String local = machine.variables().get("LOCALAPPDATA");
    if (machine.system() == HostSystem.WINDOWS && local != null) {
      places.add(Path.of(local, "Strawberry", "Strawberry", "strawberry.db"));
    }
    if (machine.system() == HostSystem.MACOS) {
      String support = "Library/Application Support/Strawberry/Strawberry/strawberry.db";
      places.add(machine.home().resolve(support));
    }
    if (machine.system() == HostSystem.LINUX) {
      places.add(machine.xdgDataHome().resolve("strawberry/strawberry/strawberry.db"));
    }
    return places;
  }

  @Override
  protected String howToGetOne() {
    return "Start Strawberry once and add your music folder.";
  }

  @Override
  protected Set<String> programs() {
    return Set.of("strawberry");
  }

  @Override
  protected VersionedListing read(Path place, Locations locations) throws HostException {
    return StrawberryLibrary.read(place, locations);
  }
}
