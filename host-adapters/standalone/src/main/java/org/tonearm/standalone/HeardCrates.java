package org.tonearm.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostCrates;
import org.tonearm.api.host.HostException;
import org.tonearm.api.tag.TagField;
import org.tonearm.run.TrackOutcome;

/** A host's own crates, filled by what was heard. Confined to the thread of the run. */
final class HeardCrates {
  private final HostCrates crates;
  private final HeardLists lists;

  private HeardCrates(HostCrates crates, HeardLists lists) {
    this.crates = crates;
    this.lists = lists;
  }

  /**
   * Looks whether they can be filled, before anything is heard.
   *
   * @throws HostException {@code no-crates} if the host has none that could be
   */
  static HeardCrates of(HostAdapter host, Set<TagField> by) throws HostException {
    HostCrates crates =
        host.crates()
            .orElseThrow(
                () ->
                    new HostException(
                        "no-crates",
                        host.displayName() + ": has no crates that Tonearm can fill.",
                        "Make playlists for it: --playlists DIR."));
    crates.check();
    return new HeardCrates(crates, new HeardLists(by));
  }

  /** Takes a heard track. */
  void add(TrackOutcome outcome, HeardValues heard) {
    lists.add(outcome, heard);
  }

  /** Fills them, and says so. */
  String write() throws HostException {
    List<HostCrates.Crate> all = new ArrayList<>();
    lists
        .sorted()
        .forEach(
            (name, items) ->
                all.add(
                    new HostCrates.Crate(
                        name, items.stream().map(HeardLists.Item::path).toList())));
    return all.isEmpty() ? "Nothing was told that a crate could be made by." : crates.fill(all);
  }
}
