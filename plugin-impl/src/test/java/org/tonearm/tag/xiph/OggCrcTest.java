package org.tonearm.tag.xiph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OggCrcTest {
  @Test
  void agreesWithTheDefinitionBitByBit() {
    for (int length = 0; length < 300; length += 7) {
      byte[] bytes = FlacBytes.noise(length, length);
      assertThat(OggCrc.of(0, bytes, 0, length)).isEqualTo(OggBytes.crc(bytes));
    }
  }

  @Test
  void goesOnOverParts() {
    byte[] bytes = FlacBytes.noise(1000, 1);
    int first = OggCrc.of(0, bytes, 0, 333);

    assertThat(OggCrc.of(first, bytes, 333, 667)).isEqualTo(OggBytes.crc(bytes));
  }

  @Test
  void zerosAreSteppedOver() {
    int crc = OggCrc.of(0, FlacBytes.noise(50, 2), 0, 50);
    for (int length : new int[] {0, 1, 2, 3, 22, 255, 256, 65_281, 65_285}) {
      assertThat(OggCrc.ofZeros(crc, length))
          .as("%d zeros", length)
          .isEqualTo(OggCrc.of(crc, new byte[length], 0, length));
    }
  }
}
