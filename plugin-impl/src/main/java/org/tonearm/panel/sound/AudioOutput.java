package org.tonearm.panel.sound;

import java.util.Optional;

/** Where sound goes. */
@FunctionalInterface
public interface AudioOutput {

  /**
   * Takes a device for mono samples of 16 bits, little-endian. Off the event thread, since devices
   * take their time.
   *
   * @param rate in Hz
   * @return empty if there is no device, or none is free
   */
  Optional<Line> open(int rate);

  /** A device that was taken. Written to by one thread; its position may be asked on any. */
  interface Line extends AutoCloseable {
    /** Plays bytes after those before; waits while the device has enough of them. */
    void write(byte[] samples, int length);

    /** Seconds that were heard so far. */
    double heardSeconds();

    /** Waits until all that was written is heard. */
    void drain();

    /** Falls silent at once, and gives the device back. */
    @Override
    void close();
  }
}
