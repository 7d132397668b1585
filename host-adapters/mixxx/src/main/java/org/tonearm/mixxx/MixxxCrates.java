package org.tonearm.mixxx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.tonearm.api.host.HostCrates;
import org.tonearm.api.host.HostEnvironment;
import org.tonearm.api.host.HostException;
import org.tonearm.listing.Locations;
import org.tonearm.listing.sqlite.CarefulWrite;

/**
 * Mixxx's crates, filled in its database while Mixxx is closed: a look at what is missing, and if
 * anything is, a backup, then one transaction. The crates are called as what they hold with {@code
 * (Tonearm)} behind it, so that one of the user's is never meant; a locked one is left alone.
 */
final class MixxxCrates implements HostCrates {
  private static final String OURS = " (Tonearm)";

  /** Where the database lies. */
  @FunctionalInterface
  interface Place {
    Path find() throws HostException;
  }

  /**
   * What a crate lacks.
   *
   * @param found its number, if it is there
   * @param missing numbers of tracks
   * @param told to the user when that is done
   */
  private record Wanted(String name, List<Long> found, List<Long> missing, String told) {}

  private final Place place;
  private final BooleanSupplier running;
  private final Locations locations;
  private final Runnable beforeCommit;

  MixxxCrates(Place place, BooleanSupplier running, HostEnvironment machine) {
    this(place, running, machine, () -> {});
  }

  /**
   * @param running whether Mixxx runs
   * @param beforeCommit run when all is written and nothing committed
   */
  MixxxCrates(
      Place place, BooleanSupplier running, HostEnvironment machine, Runnable beforeCommit) {
    this.place = place;
    this.running = running;
    this.locations = new Locations(machine);
    this.beforeCommit = beforeCommit;
  }

  @Override
  public void check() throws HostException {
    Path file = place.find();
    MixxxLibrary.read(file, locations);
    refuseIfRunning();
    try (CarefulWrite write = CarefulWrite.lock(file)) {
      write.requireRoom();
    }
  }

  @Override
  public String fill(List<Crate> crates) throws HostException {
    Path file = place.find();
    MixxxLibrary.read(file, locations); // refuses what is not known
    refuseIfRunning();
    try (CarefulWrite write = CarefulWrite.lock(file)) {
      Map<Path, Long> tracks = tracks(write);
      List<Wanted> wanted = new ArrayList<>();
      for (Crate crate : crates) {
        wanted.add(look(write, crate, tracks));
      }
      List<String> told = new ArrayList<>(wanted.stream().map(Wanted::told).toList());
      if (wanted.stream().anyMatch(crate -> !crate.missing().isEmpty())) {
        Path backup = write.begin();
        for (Wanted crate : wanted) {
          fill(write, crate);
        }
        refuseIfRunning();
        beforeCommit.run();
        write.commit();
        told.add("Backup of the database as it was: " + backup);
      }
      return String.join("\n", told);
    }
  }

  private static Wanted look(CarefulWrite write, Crate crate, Map<Path, Long> tracks)
      throws HostException {
    String name = crate.name() + OURS;
    List<Long> found = new ArrayList<>();
    List<Long> locked = new ArrayList<>();
    write.rows(
        "SELECT id, locked FROM crates WHERE name = ?",
        row -> (row.number(2) == 0 ? found : locked).add(row.number(1)),
        name);
    if (!locked.isEmpty()) {
      String told = "Crate '" + name + "' is locked, and was left as it is.";
      return new Wanted(name, found, List.of(), told);
    }
    List<Long> ids =
        crate.files().stream()
            .map(Locations::real)
            .filter(tracks::containsKey)
            .map(tracks::get)
            .distinct()
            .toList();
    if (ids.isEmpty()) {
      String told = "Crate '" + name + "': none of its tracks is in the library.";
      return new Wanted(name, found, List.of(), told);
    }
    Set<Long> there = new HashSet<>();
    for (long id : found) {
      write.rows(
          "SELECT track_id FROM crate_tracks WHERE crate_id = ?",
          row -> there.add(row.number(1)),
          id);
    }
    List<Long> missing = ids.stream().filter(id -> !there.contains(id)).toList();
    int had = ids.size() - missing.size();
    return new Wanted(
        name,
        found,
        missing,
        "Crate '" + name + "': " + missing.size() + " added, " + had + " there already.");
  }

  private static void fill(CarefulWrite write, Wanted crate) throws HostException {
    if (crate.missing().isEmpty()) {
      return;
    }
    long id = crate.found().isEmpty() ? make(write, crate.name()) : crate.found().get(0);
    for (long track : crate.missing()) {
      write.change("INSERT INTO crate_tracks (crate_id, track_id) VALUES (?, ?)", id, track);
    }
  }

  private static long make(CarefulWrite write, String name) throws HostException {
    write.change("INSERT INTO crates (name) VALUES (?)", name);
    return write.newest();
  }

  private Map<Path, Long> tracks(CarefulWrite write) throws HostException {
    Map<Path, Long> tracks = new HashMap<>();
    write.rows(
        "SELECT l.id, t.location FROM library l JOIN track_locations t ON t.id = l.location"
            + " WHERE COALESCE(l.mixxx_deleted, 0) = 0 AND COALESCE(t.fs_deleted, 0) = 0",
        row ->
            locations
                .ofNative(row.text(2))
                .flatMap(Locations::path)
                .ifPresent(path -> tracks.put(Locations.real(path), row.number(1))));
    return tracks;
  }

  private void refuseIfRunning() throws HostException {
    if (running.getAsBoolean()) {
      throw new HostException(
          "host-running",
          "Mixxx is running, so its crates are not touched.",
          "Close Mixxx, and start again.");
    }
  }
}
