package org.tonearm.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.ConfigurationException;
import org.tonearm.tag.journal.JournalException;

final class CompositionTest {
  @TempDir Path folder;

  @Test
  void putsEverythingTogether() throws Exception {
    try (Composition composition =
        new Composition(new DataFolder(folder.resolve("data")), Parts.installed())) {
      assertThat(composition.runs()).isSameAs(composition.runs());
      assertThat(composition.undo()).isNotNull();
      assertThat(composition.models().list()).isNotNull();
      assertThat(composition.scan()).isNotNull();
      assertThat(composition.journal().history(1)).isEmpty();
    }
  }

  @Test
  void touchesNoDiskBeforeSomethingIsToBeRemembered() throws Exception {
    Path data = folder.resolve("data");
    try (Composition composition = new Composition(new DataFolder(data), Parts.installed())) {
      assertThat(composition.models()).isNotNull();
      assertThat(composition.codecs()).isNotNull();
      assertThat(data).doesNotExist();
      assertThat(composition.journal()).isNotNull();
      assertThat(data).isDirectory();
    }
  }

  @Test
  void passesOnWhyAPartCouldNotBeMade() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    try (Composition composition = new Composition(new DataFolder(file), Parts.installed())) {
      assertThatThrownBy(composition::journal).isInstanceOf(JournalException.class);
    }
    Parts deaf = new Parts(List::of, List::of, List::of, List::of);
    try (Composition composition = new Composition(new DataFolder(folder), deaf)) {
      assertThatThrownBy(composition::runs).isInstanceOf(ConfigurationException.class);
    }
  }
}
