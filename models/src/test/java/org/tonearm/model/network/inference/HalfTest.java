package org.tonearm.model.network.inference;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bytedeco.javacpp.indexer.HalfIndexer;
import org.junit.jupiter.api.Test;

class HalfTest {

  @Test
  void everyHalfSurvives() {
    for (int bits = 0; bits <= 0xffff; bits++) {
      float value = Half.toFloat((short) bits);
      if (Float.isNaN(value)) {
        assertThat(Float.isNaN(Half.toFloat(Half.fromFloat(value)))).isTrue();
      } else {
        assertThat(Half.fromFloat(value)).isEqualTo((short) bits);
        assertThat(value).isEqualTo(HalfIndexer.toFloat(bits));
      }
    }
  }

  @Property
  void roundsToTheNearestTiesToEven(@ForAll int bits) {
    float value = Float.intBitsToFloat(bits);
    if (!Float.isNaN(value)) {
      nearest(value);
    }
  }

  @Property
  void roundsWithinItsRange(@ForAll float value) {
    nearest(value % 70000);
    nearest(value % 1e-6f);
  }

  private static void nearest(float value) {
    short half = Half.fromFloat(value);
    double error = Math.abs(finite(half) - (double) value);
    for (int step : new int[] {-1, 1}) {
      short neighbour = (short) (half + step);
      boolean sameSign = (neighbour & 0x8000) == (half & 0x8000);
      if (sameSign && (neighbour & 0x7fff) <= 0x7c00 && Float.isFinite(value)) {
        double other = Math.abs(finite(neighbour) - (double) value);
        assertThat(error).isLessThanOrEqualTo(other);
        if (error == other) {
          assertThat(half & 1).isZero();
        }
      }
    }
    assertThat(half < 0).isEqualTo(Float.floatToRawIntBits(value) < 0);
  }

  /** An infinity stands for the value that would follow the largest finite one. */
  private static double finite(short half) {
    float value = Half.toFloat(half);
    return Float.isInfinite(value) ? Math.copySign(65536.0, value) : value;
  }
}
