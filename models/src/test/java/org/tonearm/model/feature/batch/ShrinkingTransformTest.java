package org.tonearm.model.feature.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tonearm.model.feature.device.DeviceMemoryException;

/** A device that has little memory, none, or fails otherwise. */
class ShrinkingTransformTest {
  private static final BatchSettings EIGHT = new BatchSettings(1000, 8, Duration.ZERO);

  private final List<String> warnings = new ArrayList<>();
  private final FakeTransform processor = new FakeTransform(100);

  @Test
  void takesWholeBatchesWhereThereIsRoom() {
    FakeTransform device = new FakeTransform(8);
    try (ShrinkingTransform transform = shrinking(() -> device)) {
      complete(transform, 11);
    }
    assertThat(device.batches).containsExactly("8/8", "3/8", "closed");
    assertThat(processor.batches).isEmpty();
    assertThat(warnings).isEmpty();
  }

  @Test
  void halvesTheBatchAndStaysThere() {
    FakeTransform device = new FakeTransform(3);
    try (ShrinkingTransform transform = shrinking(() -> device)) {
      complete(transform, 5);
      complete(transform, 2);
      assertThat(transform.fallen()).isFalse();
    }
    assertThat(device.batches).containsExactly("2/2", "2/2", "1/2", "2/2", "closed");
    assertThat(warnings).hasSize(2);
    assertThat(warnings.get(1)).contains("2 windows");
  }

  @Test
  void theProcessorTakesOverWhereOneWindowIsTooMany() {
    FakeTransform device = new FakeTransform(0);
    try (ShrinkingTransform transform = shrinking(() -> device)) {
      complete(transform, 3);
      assertThat(transform.fallen()).isTrue();
      assertThat(transform.width()).isEqualTo(1);
    }
    assertThat(device.batches).containsExactly("closed");
    assertThat(processor.batches).containsExactly("1/1", "1/1", "1/1");
    assertThat(warnings.get(warnings.size() - 1)).contains("processor goes on");
  }

  @Test
  void theProcessorTakesOverWhereTheDeviceCantBeHad() {
    List<Supplier<WindowTransform>> broken =
        List.of(
            () -> {
              throw new UnsatisfiedLinkError("no CUDA");
            },
            () -> {
              throw new DeviceMemoryException("no room for tables", new OutOfMemoryError());
            });
    for (Supplier<WindowTransform> device : broken) {
      try (ShrinkingTransform transform = shrinking(device)) {
        complete(transform, 2);
        assertThat(transform.fallen()).isTrue();
      }
    }
    assertThat(warnings).hasSize(2);
  }

  @Test
  void theProcessorTakesOverWhereTheDeviceBreaks() {
    FakeTransform device =
        new FakeTransform(8) {
          @Override
          public float[][][] transform(List<float[]> windows, int width) {
            throw new IllegalStateException("an illegal address was met");
          }
        };
    try (ShrinkingTransform transform = shrinking(() -> device)) {
      complete(transform, 9);
    }
    assertThat(warnings).singleElement().asString().contains("illegal address");
  }

  @Test
  void theWidthIsAPowerOfTwoThatFits() {
    assertThat(new BatchSettings(100, 1000, Duration.ZERO).width(3)).isEqualTo(32);
    assertThat(new BatchSettings(100, 10, Duration.ZERO).width(3)).isEqualTo(8);
    assertThat(new BatchSettings(2, 10, Duration.ZERO).width(3)).isEqualTo(1);
  }

  private ShrinkingTransform shrinking(Supplier<WindowTransform> device) {
    return new ShrinkingTransform(device, processor, EIGHT, warnings::add);
  }

  private static void complete(ShrinkingTransform transform, int count) {
    List<float[][]> frames = transform.transform(FakeTransform.windows(count));
    assertThat(frames).hasSize(count);
    for (int n = 0; n < count; n++) {
      assertThat(frames.get(n)[0][0]).isEqualTo(n);
    }
  }
}
