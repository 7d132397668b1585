package org.tonearm.panel.artwork;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PictureReaderTest {
  private static final int SIDE = 64;

  private final PictureReader reader = new PictureReader();

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
  void keepsProportionsAndColours(String format) throws IOException {
    BufferedImage image = new BufferedImage(900, 450, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.RED);
    g.fillRect(0, 0, 450, 450);
    g.setColor(Color.BLUE);
    g.fillRect(450, 0, 450, 450);
    g.dispose();
    BufferedImage small = shown(bytes(image, format));
    assertThat(small.getWidth()).isEqualTo(SIDE);
    assertThat(small.getHeight()).isEqualTo(SIDE / 2);
    assertThat(new Color(small.getRGB(10, 16)).getRed()).isGreaterThan(200);
    assertThat(new Color(small.getRGB(54, 16)).getBlue()).isGreaterThan(200);
  }

  @Test
  void aGiantIsReadInLittleMemory() throws IOException {
    byte[] giant = png(8000, 7900);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    BufferedImage small = shown(giant);
    long taken = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    assertThat(small.getWidth()).isEqualTo(SIDE);
    // All of it would be 190 MB.
    assertThat(taken).isLessThan(20_000_000);
  }

  @Test
  void aMonsterIsRefused() throws IOException {
    assertThat(reader.read(png(30_000, 30_000, 0), SIDE)).isEqualTo(Cover.UNREADABLE);
    assertThat(reader.read(png(2_000_000_000, 1, 0), SIDE)).isEqualTo(Cover.UNREADABLE);
  }

  @Test
  void damagedPicturesAreTold() throws IOException {
    byte[] whole = bytes(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "png");
    assertThat(reader.read(new byte[0], SIDE)).isEqualTo(Cover.UNREADABLE);
    assertThat(reader.read("no picture".getBytes(StandardCharsets.US_ASCII), SIDE))
        .isEqualTo(Cover.UNREADABLE);
    Random random = new Random(11);
    for (int i = 0; i < 200; i++) {
      byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      assertThat(reader.read(damaged, SIDE).kind()).isIn(Cover.Kind.UNREADABLE, Cover.Kind.SHOWN);
    }
  }

  private BufferedImage shown(byte[] bytes) {
    Cover cover = reader.read(bytes, SIDE);
    assertThat(cover.kind()).isEqualTo(Cover.Kind.SHOWN);
    return cover.image().orElseThrow();
  }

  private static byte[] bytes(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return out.toByteArray();
  }

  private static byte[] png(int width, int height) throws IOException {
    return png(width, height, height);
  }

  /** A PNG in true colour, all black, with so many of its rows. */
  private static byte[] png(int width, int height, int rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(out);
    data.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    DataOutputStream header = new DataOutputStream(head);
    header.writeInt(width);
    header.writeInt(height);
    header.write(new byte[] {8, 2, 0, 0, 0});
    chunk(data, "IHDR", head.toByteArray());
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      byte[] row = new byte[rows == 0 ? 0 : 1 + 3 * width];
      for (int y = 0; y < rows; y++) {
        deflater.write(row);
      }
    }
    chunk(data, "IDAT", packed.toByteArray());
    chunk(data, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] body) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    out.writeInt(body.length);
    out.write(name);
    out.write(body);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(body);
    out.writeInt((int) crc.getValue());
  }
}
