package org.tonearm.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.api.feature.FrameSink;
import org.tonearm.model.feature.batch.BatchSettings;
import org.tonearm.model.feature.cuda.CudaDevices;
import org.tonearm.model.feature.device.Device;
import org.tonearm.model.feature.device.DeviceException;
import org.tonearm.model.feature.mel.MelExtractor;

/** A card that is told of, with ND4J on the processor behind it. */
class ExtractorPlaceTest {
  private static final BackendSelection CARD =
      new BackendSelection(
          Set.of(CudaPack.CUDA),
          () -> new CardProbe.Result(true, List.of(new Card("Card", 8, 6)), ""));

  private static final BackendSelection NEWER_CARD =
      new BackendSelection(
          Set.of(CudaPack.CUDA_13),
          () -> new CardProbe.Result(true, List.of(new Card("Card", 9, 0)), ""));

  private static final BatchSettings SMALL = new BatchSettings(64 << 20, 16, Duration.ofMillis(2));

  private final List<String> warnings = new ArrayList<>();
  private final FeatureExtractor mel = new MelExtractor();

  @Test
  void computesOnTheCardWhatCanBe() throws Exception {
    FeatureExtractor foreign = new ForeignExtractor();
    try (ExtractorPlace place = place(BackendChoice.AUTO, () -> true)) {
      List<FeatureExtractor> placed = place.place(List.of(mel, foreign));
      assertThat(placed.get(1)).isSameAs(foreign);
      assertThat(placed.get(0)).isNotSameAs(mel);
      assertThat(placed.get(0).id()).isEqualTo(mel.id());
      List<float[]> expected = frames(mel);
      List<float[]> actual = frames(placed.get(0));
      assertThat(actual).hasSameSizeAs(expected);
      for (int f = 0; f < expected.size(); f++) {
        assertThat(actual.get(f)).containsExactly(expected.get(f), within(1e-3f));
      }
    }
    assertThat(warnings).isEmpty();
  }

  @Test
  void leavesThemOnTheProcessor() throws Exception {
    try (ExtractorPlace place = place(BackendChoice.CPU, () -> true)) {
      assertThat(place.place(List.of(mel))).containsExactly(mel);
    }
  }

  @Test
  void aPackThatDoesNotLoadIsToldOrRefused() throws Exception {
    BooleanSupplier broken =
        () -> {
          throw new UnsatisfiedLinkError("libcudart");
        };
    for (BooleanSupplier loads : List.<BooleanSupplier>of(broken, () -> false)) {
      warnings.clear();
      try (ExtractorPlace place = place(BackendChoice.AUTO, loads)) {
        assertThat(place.place(List.of(mel))).containsExactly(mel);
      }
      assertThat(warnings).singleElement().asString().contains("do not load");
      try (ExtractorPlace place = place(BackendChoice.CUDA, loads)) {
        assertThatThrownBy(() -> place.place(List.of(mel)))
            .isInstanceOf(ConfigurationException.class)
            .hasMessageContaining("do not load");
      }
    }
  }

  /** CUDA's bindings are not on the class path of these tests. */
  @Test
  void bindingsThatAreNotHereAreToldOrRefused() throws Exception {
    CudaDevices cards = new CudaDevices();
    try (ExtractorPlace place = newer(BackendChoice.AUTO, cards::open)) {
      assertThat(place.place(List.of(mel))).containsExactly(mel);
      assertThat(place.decide().sentence()).contains("do not load");
    }
    assertThat(warnings).singleElement().asString().contains("do not load", "NoClassDefFound");
    try (ExtractorPlace place = newer(BackendChoice.CUDA, cards::open)) {
      assertThatThrownBy(() -> place.place(List.of(mel)))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("do not load");
    }
  }

  @Test
  void aNewerCardThatFailsIsTold() throws Exception {
    Supplier<Device> broken =
        () -> {
          throw new DeviceException("cuInit failed: CUDA_ERROR_UNKNOWN (999)");
        };
    try (ExtractorPlace place = newer(BackendChoice.AUTO, broken)) {
      assertThat(place.place(List.of(mel))).containsExactly(mel);
    }
    assertThat(warnings).singleElement().asString().contains("not used", "cuInit failed");
  }

  @Test
  void aNewerCardIsOpenedAndItsExtractorsArePlaced() throws Exception {
    List<String> calls = new ArrayList<>();
    try (ExtractorPlace place = newer(BackendChoice.AUTO, () -> recording(calls))) {
      assertThat(place.decide().sentence()).startsWith("used: ");
      assertThat(place.place(List.of(mel)).get(0)).isNotSameAs(mel);
    }
    assertThat(calls).containsExactly("close", "close");
    assertThat(warnings).isEmpty();
  }

  private static Device recording(List<String> calls) {
    return (Device)
        Proxy.newProxyInstance(
            Device.class.getClassLoader(),
            new Class<?>[] {Device.class},
            (proxy, method, arguments) -> {
              calls.add(method.getName());
              return null;
            });
  }

  private ExtractorPlace place(BackendChoice choice, BooleanSupplier loads) {
    return new ExtractorPlace(
        CARD,
        choice,
        loads,
        () -> {
          throw new AssertionError("opened a newer card");
        },
        SMALL,
        warnings::add);
  }

  private ExtractorPlace newer(BackendChoice choice, Supplier<Device> devices) {
    return new ExtractorPlace(
        NEWER_CARD,
        choice,
        () -> {
          throw new AssertionError("loaded ND4J's pack");
        },
        devices,
        SMALL,
        warnings::add);
  }

  private static List<float[]> frames(FeatureExtractor extractor) {
    float[] signal = new float[30_000];
    for (int t = 0; t < signal.length; t++) {
      signal[t] = (float) (0.3 * Math.sin(0.01 * t + 2e-5 * t * t) + 0.1 * Math.cos(1.3 * t));
    }
    List<float[]> frames = new ArrayList<>();
    FeatureStream stream = extractor.open(frames::add);
    stream.push(signal, 0, signal.length);
    stream.finish();
    return frames;
  }

  /** One of a third party, which knows no batches. */
  private static final class ForeignExtractor implements FeatureExtractor {
    @Override
    public String id() {
      return "foreign";
    }

    @Override
    public int sampleRate() {
      return 22_050;
    }

    @Override
    public int dimensions() {
      return 1;
    }

    @Override
    public int hop() {
      return 1;
    }

    @Override
    public FeatureStream open(FrameSink sink) {
      throw new UnsupportedOperationException();
    }
  }
}
