package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.panel.said.EngineTexts;

/** What adapters say of libraries on this computer, in the panel's second language. */
final class HostReasonsTest {
  private final EngineTexts german = new EngineTexts(Locale.GERMANY);

  @Test
  void allAreToldInGerman() {
    List<HostAdapter> hosts =
        ServiceLoader.load(HostAdapter.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(host -> !(host instanceof StandaloneHost))
            .toList();
    assertThat(hosts).hasSizeGreaterThan(10);
    for (HostAdapter host : hosts) {
      String reason = host.library().reason();
      assertThat(german.part(reason))
          .as(host.id())
          .doesNotContain("There is", "Start ", " was ", "usual places")
          .isNotEqualTo(reason);
    }
  }
}
