package org.tonearm.djxml.itunes;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.host.HostEnvironment;
import org.tonearm.api.host.MoodPlace;
import org.tonearm.djxml.collection.CollectionReader;
import org.tonearm.djxml.collection.XmlHost;
import org.tonearm.listing.Locations;

/** iTunes and Apple Music, through the library that they export. */
public final class ItunesHost extends XmlHost {

  /** On the collection at the usual place of this machine. */
  public ItunesHost() {
    this(HostEnvironment.ofProcess(), Optional.empty());
  }

  ItunesHost(HostEnvironment machine, Optional<Path> named) {
    super(machine, named);
  }

  @Override
  public String id() {
    return "itunes";
  }

  @Override
  public String displayName() {
    return "iTunes and Apple Music";
  }

  @Override
  public MoodPlace moodPlace() {
    return new MoodPlace(MoodPlace.Kind.COMMENT_BLOCK, "Comments");
  }

  @Override
  public String refreshHint() {
    return "Select the tracks, Get Info, OK, or play them: the program then reads the tags again; the mood stands in the column Comments.";
  }

  @Override
  protected XmlHost on(HostEnvironment machine, Path place) {
    return new ItunesHost(machine, Optional.of(place));
  }

  @Override
  protected List<Path> usualPlaces(HostEnvironment machine) {
    Path music = machine.home().resolve("Music");
    return List.of(
        music.resolve("Library.xml"),
        music.resolve("Music/Library.xml"),
        music.resolve("iTunes/iTunes Music Library.xml"),
        music.resolve("iTunes/iTunes Library.xml"));
  }

  @Override
  protected String howToGetOne() {
    return "In Music or iTunes: File, Library, Export Library.";
  }

  @Override
  protected String importHint() {
    return "Programs that read this library, such as DJ programs, take the new file; Music and iTunes themselves take playlists only, by File, Library, Import Playlist.";
  }

  @Override
  protected Set<String> programs() {
    return Set.of("itunes", "music");
  }

  @Override
  protected CollectionReader reader(Locations locations) {
    return new ItunesReader(locations);
  }
}
