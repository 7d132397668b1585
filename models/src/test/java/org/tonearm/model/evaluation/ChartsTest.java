package org.tonearm.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsTest {
  private static final int DARKEST = 0x6BAED6;

  @TempDir Path folder;

  /** Cells of all that was told rightly are of the darkest shade. */
  @Test
  void longLabelsLeaveRoomForTheCells() throws Exception {
    String name = "Electronic, Deep House, on Sunday mornings, of the ";
    List<String> labels = List.of(name + "first kind", name + "second kind");
    BufferedImage picture = drawn(labels, new int[][] {{3, 0}, {0, 5}});
    long dark =
        IntStream.range(0, picture.getWidth() * picture.getHeight())
            .filter(i -> shade(picture, i) == DARKEST)
            .count();
    assertThat(dark).isGreaterThan(2 * 30 * 30);
  }

  @Test
  void hundredsOfLabelsMakeNoPictureOfHundredsOfMegabytes() throws Exception {
    int count = 750;
    List<String> labels = IntStream.range(0, count).mapToObj(i -> "label " + i).toList();
    BufferedImage picture = drawn(labels, new int[count][count]);
    assertThat(picture.getWidth()).isBetween(1000, 4000);
    assertThat(picture.getHeight()).isBetween(1000, 4000);
  }

  private BufferedImage drawn(List<String> labels, int[][] confusion) throws Exception {
    Path file = folder.resolve("confusion.png");
    Charts.confusion(file, "a test", labels, confusion);
    return ImageIO.read(file.toFile());
  }

  private static int shade(BufferedImage picture, int pixel) {
    return picture.getRGB(pixel % picture.getWidth(), pixel / picture.getWidth()) & 0xFFFFFF;
  }
}
