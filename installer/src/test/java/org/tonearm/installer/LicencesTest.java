package org.tonearm.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tonearm.installer.notices.KeptTexts;
import org.tonearm.installer.notices.Licence;
import org.tonearm.installer.notices.Part;
import org.tonearm.installer.notices.ThirdParties;

/** No part is linked whose licence would not allow it. */
final class LicencesTest {
  /** One after a blank: those of licences stand after a dash. */
  private static final Pattern VERSION = Pattern.compile("(?<= )\\d+(?:\\.\\d+)+(?:-M[\\d.]*\\d)?");

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
  void ofEveryPartTheTextOfItsLicenceComesWithIt() throws IOException {
    ThirdParties parts = shipped();
    assertThat(parts.untold()).isEmpty();
    assertThat(parts.text())
        .contains(
            "GNU LESSER GENERAL PUBLIC LICENSE\n                       Version 3",
            "GNU LESSER GENERAL PUBLIC LICENSE\n                       Version 2.1",
            "GNU GENERAL PUBLIC LICENSE\n                       Version 3",
            "Eclipse Public License - v 1.0",
            "GCC RUNTIME LIBRARY EXCEPTION",
            "Copyright (c) 2007 onward, Piotr Wendykier",
            "Copyright (c) 2011-2014, The OpenBLAS Project");
    assertThat(new ThirdParties(parts.parts(), new KeptTexts(Map.of())).untold())
        .extracting(Part::name)
        .contains("jaudiotagger", "JTransforms")
        .doesNotContain("flatlaf");
  }

  /** As a beginning of it: of OpenBLAS 0.3.31 the jar is 0.3.31-1.5.13. */
  @Test
  void theVersionsInTheNoticeAreThoseOfParts() throws IOException {
    List<String> shipped = shipped().parts().stream().map(Part::version).toList();
    List<String> told =
        VERSION
            .matcher(Files.readString(Path.of("..", "NOTICE")))
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(told)
        .hasSizeGreaterThan(20)
        .allSatisfy(version -> assertThat(shipped).anyMatch(whole -> whole.startsWith(version)));
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
        Part.ofClassPath(Files.readString(Path.of("target/runtime-classpath"))),
        KeptTexts.in(Path.of("licences")));
  }
}
