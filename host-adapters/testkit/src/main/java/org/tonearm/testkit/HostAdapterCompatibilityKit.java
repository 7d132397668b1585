package org.tonearm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.Stability;
import org.tonearm.api.Track;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostCollection;
import org.tonearm.api.host.HostEntry;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostLibrary;
import org.tonearm.api.host.HostListing;
import org.tonearm.api.host.HostPlaylist;
import org.tonearm.api.host.ResultWay;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.api.tag.TagField;

/**
 * What every {@link HostAdapter} must do. An adapter's test extends this class and says how its
 * host's library comes to know files; the kit brings the files and the expectations.
 *
 * <p>The files carry no audio: a host lists tracks, it does not open them.
 */
@Stability(Stability.Level.EXPERIMENTAL)
public abstract class HostAdapterCompatibilityKit {
  /** A folder of the kit's own, empty before each test. */
  @TempDir protected Path folder;

  /** A folder outside of the library, empty before each test. */
  @TempDir protected Path elsewhere;

  private Path first;
  private Path second;
  private Path deep;

  /** For subclasses. */
  protected HostAdapterCompatibilityKit() {}

  /**
   * An adapter of a host whose library consists of all audio files in a folder and below it.
   *
   * @param library holds the files already
   */
  protected abstract HostAdapter adapterFor(Path library) throws IOException;

  @BeforeEach
  final void makeLibrary() throws IOException {
    first = file("first.mp3");
    second = file("second.flac");
    Files.createDirectories(folder.resolve("deep/er"));
    deep = file("deep/er/third.ogg");
  }

  @Test
  void isFoundByTheServiceLoader() throws IOException {
    Class<?> type = adapterFor(folder).getClass();
    assertThat(ServiceLoader.load(HostAdapter.class).stream().map(ServiceLoader.Provider::type))
        .anyMatch(found -> found.equals(type));
  }

  @Test
  void hasAnIdThatIsALowerCaseWord() throws IOException {
    assertThat(adapterFor(folder).id()).matches("[a-z][a-z0-9-]*");
  }

  @Test
  void namesItselfForPeople() throws IOException {
    assertThat(adapterFor(folder).displayName()).isNotBlank();
    assertThat(adapterFor(folder).profile()).isNotNull();
  }

  @Test
  void saysInOneSentenceHowItsTagsAreRefreshed() throws IOException {
    assertThat(adapterFor(folder).refreshHint()).isNotBlank().endsWith(".").doesNotContain("\n");
  }

  @Test
  void listsEveryFileOnce() throws IOException {
    assertThat(paths(request(List.of(folder)))).containsExactlyInAnyOrder(first, second, deep);
  }

  @Test
  void listsAFileOnceThoughItIsAskedForTwice() throws IOException {
    assertThat(paths(request(List.of(folder, first, folder.resolve("deep")))))
        .containsExactlyInAnyOrder(first, second, deep);
  }

  @Test
  void limitsItselfToThePathsAskedFor() throws IOException {
    assertThat(paths(request(List.of(folder.resolve("deep"))))).containsExactly(deep);
  }

  @Test
  void listsTheSameTracksInTheSameOrderAgain() throws IOException {
    assertThat(paths(request(List.of(folder)))).isEqualTo(paths(request(List.of(folder))));
  }

  @Test
  void honoursIncludeAndExclude() throws IOException {
    TrackRequest flacOnly =
        new TrackRequest(List.of(folder), List.of("*.flac"), List.of(), problem -> {});
    TrackRequest noFirst =
        new TrackRequest(List.of(folder), List.of(), List.of("first*"), problem -> {});
    assertThat(paths(flacOnly)).containsExactly(second);
    assertThat(paths(noFirst)).containsExactlyInAnyOrder(second, deep);
  }

  @Test
  void visitsALoopOfSymbolicLinksOnce() throws IOException {
    try {
      Files.createSymbolicLink(folder.resolve("deep/loop"), folder);
    } catch (UnsupportedOperationException | FileSystemException e) {
      assumeTrue(false, "This file system has no symbolic links.");
    }
    assertThat(paths(request(List.of(folder)))).hasSize(3);
  }

  @Test
  void keepsNamesOfAnyLetters() throws IOException {
    List<Path> odd = new ArrayList<>();
    for (String name : List.of("\uD83C\uDFB5.mp3", "two\nlines.mp3", "caf\u00e9.mp3", " .mp3")) {
      try {
        odd.add(file(name));
      } catch (InvalidPathException | FileSystemException e) {
        // This system has no such names.
      }
    }
    assumeTrue(!odd.isEmpty(), "This system has no names but plain ones.");
    assertThat(paths(request(List.of(folder)))).containsAll(odd).hasSize(3 + odd.size());
  }

  @Test
  void reportsAMissingPlaceAndGoesOn() throws IOException {
    Path missing = folder.resolve("missing.mp3");
    List<TrackRequest.Problem> problems = new ArrayList<>();
    TrackRequest request =
        new TrackRequest(List.of(missing, second), List.of(), List.of(), problems::add);
    assertThat(paths(request)).containsExactly(second);
    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo(missing);
              assertThat(problem.error().code()).isEqualTo("missing");
              assertThat(problem.error().getMessage()).contains("missing.mp3");
              assertThat(problem.error().remedy()).isNotBlank();
            });
  }

  @Test
  void saysWhereEachTrackComesFrom() throws IOException {
    try (Stream<Track> tracks = adapterFor(folder).tracks(request(List.of(folder)))) {
      assertThat(tracks.toList()).isNotEmpty().allSatisfy(t -> assertThat(t.origin()).isNotBlank());
    }
  }

  @Test
  void mayBeLeftHalfRead() throws IOException {
    HostAdapter adapter = adapterFor(folder);
    assertThatCode(
            () -> {
              try (Stream<Track> tracks = adapter.tracks(request(List.of(folder)))) {
                assertThat(tracks.findFirst()).isPresent();
              }
            })
        .doesNotThrowAnyException();
    assertThat(paths(request(List.of(folder)))).hasSize(3);
  }

  @Test
  void changesNothingByListing() throws IOException {
    List<String> before = state();
    assertThat(paths(request(List.of(folder)))).isNotEmpty();
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void tellsOfItsLibrary() throws IOException {
    HostLibrary library = adapterFor(folder).library();
    assertThat(library.supported()).as(library.reason()).isTrue();
    assertThat(library.reason()).endsWith(".");
    library.place().ifPresent(place -> assertThat(place).exists());
  }

  @Test
  void tellsOfALibraryThatIsNotThere() throws IOException {
    Path missing = elsewhere.resolve("no such library");
    try {
      HostAdapter adapter = adapterFor(folder).at(missing);
      assertThat(adapter.library().support()).isEqualTo(HostLibrary.Support.NOT_FOUND);
      assertThat(adapter.library().reason()).contains("no such library");
      if (adapter.ways().contains(ResultWay.COLLECTION)) {
        assertThatExceptionOfType(HostException.class)
            .isThrownBy(adapter::collection)
            .satisfies(e -> assertThat(e.code()).isEqualTo("library-missing"))
            .satisfies(e -> assertThat(e.remedy()).isNotBlank())
            .withMessageContaining("no such library");
      }
    } catch (HostException e) {
      assertThat(e.code()).isEqualTo("no-library");
    }
  }

  @Test
  void saysHowResultsReachIt() throws IOException, HostException {
    HostAdapter adapter = adapterFor(folder);
    assertThat(adapter.ways()).isNotEmpty();
    assertThat(adapter.collection().isPresent())
        .isEqualTo(adapter.ways().contains(ResultWay.COLLECTION));
    assertThat(adapter.crates().isPresent()).isEqualTo(adapter.ways().contains(ResultWay.CRATES));
    assertThat(adapter.moodPlace()).isNotNull();
    adapter
        .server()
        .ifPresent(
            server -> {
              assertThat(server.usualAddress()).isNotNull();
              assertThat(server.wants()).endsWith(".");
            });
    assertThat(adapter.hazards())
        .allSatisfy(
            hazard -> {
              assertThat(hazard.code()).matches("[a-z][a-z-]*");
              assertThat(hazard.message()).endsWith(".");
              assertThat(hazard.remedy()).endsWith(".");
            });
  }

  @Test
  void bringsItsPlugin() throws IOException {
    HostAdapter adapter = adapterFor(folder);
    assertThat(adapter.plugin().isPresent()).isEqualTo(adapter.ways().contains(ResultWay.PLUGIN));
    adapter
        .plugin()
        .ifPresent(
            plugin -> {
              assertThat(plugin.plugins()).isAbsolute();
              assertThat(plugin.files().values()).allSatisfy(text -> assertThat(text).isNotBlank());
            });
  }

  @Test
  void itsLibraryKnowsItsTracks() throws IOException, HostException {
    Optional<? extends HostListing> found = adapterFor(folder).listing();
    assumeTrue(found.isPresent(), "This host has no library of its own.");
    HostListing listing = found.get();
    List<HostEntry> entries = listing.entries();
    assertThat(entries).extracting(HostEntry::number).isEqualTo(numbers(entries.size()));
    assertThat(entries.stream().flatMap(entry -> entry.file().stream()))
        .containsExactlyInAnyOrder(first, second, deep);
    for (HostPlaylist playlist : listing.playlists()) {
      assertThat(playlist.entries()).allMatch(number -> number >= 0 && number < entries.size());
    }
  }

  @Test
  void saysHowItsCollectionIsImported() throws IOException, HostException {
    assertThat(collection().importHint()).isNotBlank().endsWith(".").doesNotContain("\n");
  }

  @Test
  void exportsTheSameBytesWhereNothingIsChanged() throws IOException, HostException {
    Path target = elsewhere.resolve("exported");
    collection().export(target, Map.of());
    assertThat(target).hasSameBinaryContentAs(place());
  }

  @Test
  void exportsWhatIsChangedAndNothingElse() throws IOException, HostException {
    HostCollection collection = collection();
    byte[] before = Files.readAllBytes(place());
    Path target = elsewhere.resolve("exported");
    String odd = "Drum & Bass \"<1>\" 'caf\u00e9' \uD83C\uDFB5";
    HostEntry changed = collection.entries().get(1);
    Map<TagField, String> values = new EnumMap<>(TagField.class);
    changed.values().keySet().forEach(field -> values.put(field, field.word() + " " + odd));
    assertThat(values).isNotEmpty();
    collection.export(target, Map.of(changed.number(), values));
    assertThat(Files.readAllBytes(place())).isEqualTo(before);
    List<HostEntry> expected = new ArrayList<>(collection.entries());
    expected.set(1, new HostEntry(1, changed.location(), changed.file(), values));
    HostCollection exported = adapterFor(folder).at(target).collection().orElseThrow();
    assertThat(exported.entries()).isEqualTo(expected);
    assertThat(exported.playlists()).isEqualTo(collection.playlists());
  }

  @Test
  void neverExportsOverAFile() throws IOException, HostException {
    HostCollection collection = collection();
    Path target = Files.writeString(elsewhere.resolve("exported"), "mine");
    byte[] before = Files.readAllBytes(place());
    for (Path there : List.of(target, place())) {
      assertThatExceptionOfType(HostException.class)
          .isThrownBy(() -> collection.export(there, Map.of()))
          .satisfies(e -> assertThat(e.code()).isEqualTo("target-exists"));
    }
    assertThat(target).hasContent("mine");
    assertThat(Files.readAllBytes(place())).isEqualTo(before);
  }

  /** That of the host; a test of a host without one is left out. */
  private HostCollection collection() throws IOException, HostException {
    Optional<HostCollection> collection = adapterFor(folder).collection();
    assumeTrue(collection.isPresent(), "This host has no collection to export.");
    return collection.get();
  }

  private Path place() throws IOException {
    return adapterFor(folder).library().place().orElseThrow();
  }

  private static List<Integer> numbers(int size) {
    return IntStream.range(0, size).boxed().toList();
  }

  private Path file(String name) throws IOException {
    return Files.write(folder.resolve(name), name.getBytes(StandardCharsets.UTF_8));
  }

  private static TrackRequest request(List<Path> paths) {
    return new TrackRequest(
        paths,
        List.of(),
        List.of(),
        problem -> {
          throw new AssertionError("not expected: " + problem.path(), problem.error());
        });
  }

  private List<Path> paths(TrackRequest request) throws IOException {
    try (Stream<Track> tracks = adapterFor(folder).tracks(request)) {
      return tracks.map(Track::path).toList();
    }
  }

  private List<String> state() throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      List<String> state = new ArrayList<>();
      for (Path path : walk.sorted().toList()) {
        state.add(path + " " + Files.getLastModifiedTime(path) + " " + Files.size(path));
      }
      return state;
    }
  }
}
