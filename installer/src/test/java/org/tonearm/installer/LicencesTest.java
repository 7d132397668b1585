package org.tonearm.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonearm.installer.notices.Licence;
import org.tonearm.installer.notices.Part;
import org.tonearm.installer.notices.ThirdParties;

/** No part is linked whose licence would not allow it. */
final class LicencesTest {
  @Test
  void everyPartMayBeLinked() throws IOException {
    ThirdParties parts = shipped();
    assertThat(parts.parts()).extracting(Part::name).contains("ffmpeg", "jaudiotagger", "picocli");
    assertThat(parts.refused()).isEmpty();
  }

  @Test
  void theNoticesTellEveryPartAndTheTextsThatItCarries() throws IOException {
    ThirdParties parts = shipped();
    assertThat(parts.text())
        .contains("LGPL\n  ", "Apache License", "commons-csv", "Copyright")
        .contains(parts.parts().stream().map(p -> p.name() + " " + p.version()).toList());
  }

  @Test
  void copyleftIsRefusedUnlessThereIsAnotherChoice() {
    assertThat(Licence.best(List.of("GNU General Public License (GPL) version 2")).usable())
        .isFalse();
    assertThat(Licence.best(List.of("GNU Affero General Public License v3")).usable()).isFalse();
    assertThat(Licence.best(List.of("Some terms of their own")).usable()).isFalse();
    assertThat(Licence.best(List.of()).usable()).isFalse();
    assertThat(Licence.best(List.of("GPLv2", "Apache License, Version 2.0")))
        .isEqualTo(Licence.APACHE);
    assertThat(Licence.best(List.of("GPLv2 with Classpath exception")))
        .isEqualTo(Licence.GPL_WITH_EXCEPTION);
    assertThat(Licence.best(List.of("GNU Library or Lesser General Public License (LGPL)")))
        .isEqualTo(Licence.LGPL);
  }

  private static ThirdParties shipped() throws IOException {
    return new ThirdParties(
        Part.ofClassPath(Files.readString(Path.of("target/runtime-classpath"))));
  }
}
