package org.tonearm.spark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalStoreTest {
  @TempDir Path folder;
  private final AudioStores stores = new AudioStores(new Configuration(false));
  private final AudioStore store = stores.of("file:///");

  @Test
  void namesOfAllKindsComeBackAsTheyWere() throws Exception {
    List<Path> files = new ArrayList<>();
    for (String name : S3aStoreTest.NAMES) {
      files.add(Files.writeString(folder.resolve(name), name));
    }
    // A name that is no text in UTF-8.
    Path raw = Path.of(URI.create(folder.toUri() + "caf%E9.mp3"));
    files.add(Files.writeString(raw, "latin"));
    List<Listed> listed = list();
    assertThat(listed)
        .extracting(entry -> AudioUri.local(entry.file().uri()))
        .hasSameElementsAs(files);
    for (Listed entry : listed) {
      StoredFile file = entry.file();
      assertThat(store.status(file.uri())).isEqualTo(file);
      assertThat(file.version())
          .isEqualTo("stat:" + file.size() + "-" + file.modified())
          .isEqualTo(
              "stat:%d-%d"
                  .formatted(
                      Files.size(AudioUri.local(file.uri())),
                      Files.getLastModifiedTime(AudioUri.local(file.uri())).toMillis()));
      try (InputStream in = store.open(file.uri())) {
        assertThat(in.readAllBytes()).hasSize((int) file.size());
      }
    }
  }

  @Test
  void hiddenNamesAreLeftOutAndLinksAreToldOf() throws Exception {
    Files.writeString(folder.resolve(".tonearm-0123.mp3"), "copy");
    Files.writeString(folder.resolve("a.mp3"), "a");
    Files.createDirectory(folder.resolve("b"));
    Files.createSymbolicLink(folder.resolve("c.mp3"), folder.resolve("a.mp3"));
    assertThat(list())
        .extracting(
            entry -> AudioUri.name(entry.file().uri()) + " " + entry.kind() + " " + entry.problem())
        .containsExactlyInAnyOrder("a.mp3 FILE ", "b FOLDER ", "c.mp3 OTHER it is a symbolic link");
  }

  @Test
  void whatIsNotThereIsSaidToBeMissing() {
    String uri = AudioUri.of(folder.resolve("none"));
    assertThatThrownBy(() -> store.status(uri)).isInstanceOf(FileNotFoundException.class);
    assertThatThrownBy(() -> store.open(uri)).isInstanceOf(FileNotFoundException.class);
    assertThatThrownBy(() -> store.list(uri)).isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void outputsAreWrittenWholeAndWithoutChecksumFiles() throws Exception {
    OutputFiles files = new OutputFiles(stores);
    String uri = AudioUri.child(AudioUri.of(folder), "deep/er/x=1.json");
    files.write(uri, "one".getBytes(StandardCharsets.UTF_8));
    files.write(uri, "two".getBytes(StandardCharsets.UTF_8));
    assertThat(files.read(uri)).asString(StandardCharsets.UTF_8).isEqualTo("two");
    try (var all = Files.list(folder.resolve("deep/er"))) {
      assertThat(all).containsExactly(folder.resolve("deep/er/x=1.json"));
    }
    assertThat(files.list(AudioUri.of(folder.resolve("deep/er")))).hasSize(1);
    files.delete(uri);
    files.delete(uri);
    assertThat(files.list(AudioUri.of(folder.resolve("deep/er")))).isEmpty();
    assertThat(files.list(AudioUri.of(folder.resolve("nowhere")))).isEmpty();
  }

  private List<Listed> list() throws Exception {
    List<Listed> listed = new ArrayList<>();
    store.list(AudioUri.of(folder)).forEachRemaining(listed::add);
    return listed;
  }
}
