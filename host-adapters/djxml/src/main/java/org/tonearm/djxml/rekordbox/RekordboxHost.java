package org.tonearm.djxml.rekordbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.host.HostEnvironment;
import org.tonearm.api.host.MoodPlace;
import org.tonearm.djxml.collection.CollectionReader;
import org.tonearm.djxml.collection.XmlHost;
import org.tonearm.listing.Locations;

/** rekordbox, through the XML file that it exports and imports. */
public final class RekordboxHost extends XmlHost {

  /** On the collection at the usual place of this machine. */
  public RekordboxHost() {
    this(HostEnvironment.ofProcess(), Optional.empty());
  }

  RekordboxHost(HostEnvironment machine, Optional<Path> named) {
    super(machine, named);
  }

  @Override
  public String id() {
    return "rekordbox";
  }

  @Override
  public String displayName() {
    return "rekordbox";
  }

  @Override
  public MoodPlace moodPlace() {
    return new MoodPlace(MoodPlace.Kind.COMMENT_BLOCK, "Comments");
  }

  @Override
  public String refreshHint() {
    return "In rekordbox select the tracks, right-click, Reload Tag (it replaces what was edited in rekordbox and never written to the files); the mood stands in the column Comments.";
  }

  @Override
  protected XmlHost on(HostEnvironment machine, Path place) {
    return new RekordboxHost(machine, Optional.of(place));
  }

  @Override
  protected List<Path> usualPlaces(HostEnvironment machine) {
    Path home = machine.home();
    return List.of(
        home.resolve("Documents/rekordbox.xml"),
        home.resolve("Documents/rekordbox/rekordbox.xml"),
        home.resolve("Music/rekordbox.xml"),
        home.resolve("Desktop/rekordbox.xml"),
        home.resolve("rekordbox.xml"));
  }

  @Override
  protected String howToGetOne() {
    return "In rekordbox: File, Export Collection in xml format.";
  }

  @Override
  protected String importHint() {
    return "In rekordbox tick rekordbox xml under Preferences, View, Layout, and choose the new file under Preferences, Advanced, Database, rekordbox xml; then open rekordbox xml in the tree, try one track first: right-click, Import To Collection, answer Yes to loading the information in the tag; where it changes nothing, tag the files and use Reload Tag instead, and never remove tracks from the collection for this.";
  }

  @Override
  protected Set<String> programs() {
    return Set.of("rekordbox");
  }

  @Override
  protected CollectionReader reader(Locations locations) {
    return new RekordboxReader(locations);
  }
}
