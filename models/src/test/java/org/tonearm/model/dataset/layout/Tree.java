package org.tonearm.model.dataset.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tonearm.api.ConfigurationException;
import org.tonearm.model.dataset.Clip;

/** A folder made to look like a data set; its audio files are empty. */
final class Tree {
  private final Path root;

  Tree(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  /** Adds empty files. */
  Tree audio(String... names) throws IOException {
    for (String name : names) {
      write(name);
    }
    return this;
  }

  /** Adds a text file. */
  Tree write(String name, String... lines) throws IOException {
    return bytes(name, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a file. */
  Tree bytes(String name, byte[] content) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return this;
  }

  /** The clips, by the layout that recognises the tree, which must have that id. */
  List<Clip> clips(String id) throws ConfigurationException {
    DataSetLayouts layouts = new DataSetLayouts();
    assertThat(layouts.all().stream().filter(layout -> layout.recognises(root)))
        .extracting(DataSetLayout::id)
        .containsExactly(id);
    return layouts.clips(root);
  }

  /** The clip of a path. */
  Clip clip(String id, String path) throws ConfigurationException {
    List<Clip> found =
        clips(id).stream().filter(clip -> clip.path().equals(root.resolve(path))).toList();
    assertThat(found).as("clips of %s", path).hasSize(1);
    return found.get(0);
  }

  /** Expects an error that tells all of this. */
  void refuses(String... words) {
    Throwable thrown = catchThrowable(() -> new DataSetLayouts().clips(root));
    assertThat(thrown).isInstanceOf(ConfigurationException.class).hasMessageContainingAll(words);
    ConfigurationException error = (ConfigurationException) thrown;
    assertThat(error.code()).isEqualTo("data-set");
    assertThat(error.remedy()).isNotBlank();
  }
}
