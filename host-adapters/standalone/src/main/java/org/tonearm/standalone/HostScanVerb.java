package org.tonearm.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostCollection;
import org.tonearm.api.host.HostEntry;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostPlaylist;
import org.tonearm.api.tag.TagField;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tonearm host NAME scan}. */
@Command(
    name = "scan",
    header = "List the tracks and playlists of a program's library; nothing is heard or written.",
    footer = {"", "Examples:", "  tonearm host traktor scan", "  tonearm host itunes scan --json"})
final class HostScanVerb implements Callable<Integer> {
  private final Workplace workplace;

  @ParentCommand private HostVerb host;

  @Mixin private LibraryOption library;

  @Option(names = "--json", description = "Print JSON Lines: one object a track.")
  private boolean json;

  HostScanVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws HostException, JsonProcessingException {
    HostAdapter adapter = library.of(host);
    LibraryOption.demand(adapter);
    HostCollection collection = adapter.collection().orElseGet(() -> new ListedTracks(adapter));
    if (json) {
      objects(collection);
    } else {
      tell(collection, workplace.terminal().out());
    }
    return ExitCode.GOOD;
  }

  private static void tell(HostCollection collection, PrintStream out) {
    int missing = 0;
    for (HostEntry entry : collection.entries()) {
      boolean here = isHere(entry);
      missing += here ? 0 : 1;
      String genre = entry.values().getOrDefault(TagField.GENRE, "");
      out.println(
          (here ? "          " : "not here  ")
              + Shown.text(entry.file().map(Object::toString).orElse(entry.location()))
              + (genre.isEmpty() ? "" : "  (" + Shown.text(genre) + ")"));
    }
    out.println();
    for (HostPlaylist playlist : collection.playlists()) {
      out.printf(
          Locale.ROOT,
          "playlist  %6d  %s%n",
          playlist.entries().size(),
          Shown.text(name(playlist)));
    }
    out.printf(Locale.ROOT, "tracks    %6d%n", collection.entries().size());
    out.printf(Locale.ROOT, "not here  %6d%n", missing);
  }

  private void objects(HostCollection collection) throws JsonProcessingException {
    List<List<String>> playlists = new ArrayList<>();
    collection.entries().forEach(entry -> playlists.add(new ArrayList<>()));
    for (HostPlaylist playlist : collection.playlists()) {
      playlist.entries().stream()
          .distinct()
          .forEach(number -> playlists.get(number).add(name(playlist)));
    }
    ObjectMapper mapper = new ObjectMapper();
    for (HostEntry entry : collection.entries()) {
      ObjectNode object =
          mapper
              .createObjectNode()
              .put("location", entry.location())
              .put("path", entry.file().map(Object::toString).orElse(null))
              .put("here", isHere(entry));
      for (TagField field : TagField.values()) {
        if (entry.values().containsKey(field)) {
          object.put(field.word(), entry.values().get(field));
        }
      }
      playlists.get(entry.number()).forEach(object.putArray("playlists")::add);
      workplace.terminal().out().print(mapper.writeValueAsString(object) + "\n");
    }
  }

  private static boolean isHere(HostEntry entry) {
    return entry.file().filter(Files::exists).isPresent();
  }

  private static String name(HostPlaylist playlist) {
    List<String> names = new ArrayList<>(playlist.folders());
    names.add(playlist.name());
    return String.join(" / ", names);
  }
}
