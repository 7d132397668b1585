package org.tonearm.standalone.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tonearm.api.ConfigurationException;
import org.tonearm.audio.encode.AudioEncoder;
import org.tonearm.audio.encode.EncodeException;

/**
 * Sets up the folder that the demo works on: our own music in every format that can be tagged, or
 * copies of the user's tracks. Needs no sound card, screen or network. Stateless.
 */
public final class DemoCollection {

  /** Hears of each file when it is there. */
  @FunctionalInterface
  public interface ProgressListener {
    /**
     * A file is written.
     *
     * @param done files so far, from 1
     * @param of files in all
     * @param track the newest
     */
    void made(int done, int of, DemoTrack track);
  }

  private final AudioEncoder encoder = new AudioEncoder();
  private final MidiRenderer renderer = new MidiRenderer();

  /** Makes nothing yet. */
  public DemoCollection() {}

  /**
   * Plays and writes the pieces, one after the other; the same each time.
   *
   * @param folder made if it is missing; files of the same names are replaced
   * @return at least ten tracks of 20 to 36 seconds
   * @throws ConfigurationException if the folder can't be made or the JDK has no synthesiser
   * @throws EncodeException if a file can't be written
   * @throws InterruptedException if the thread is interrupted, between two pieces
   */
  public List<DemoTrack> create(Path folder, ProgressListener listener)
      throws ConfigurationException, EncodeException, InterruptedException {
    prepare(folder);
    List<DemoPiece> pieces = DemoPiece.all();
    List<DemoTrack> tracks = new ArrayList<>();
    for (DemoPiece piece : pieces) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Path file = folder.resolve(piece.name() + "." + piece.format().extension());
      encoder.encode(
          file, piece.format(), play(piece), MidiRenderer.RATE, piece.id3(), piece.tags());
      DemoTrack track = new DemoTrack(file, piece.name(), piece.style(), piece.format().id());
      tracks.add(track);
      listener.made(tracks.size(), pieces.size(), track);
    }
    return List.copyOf(tracks);
  }

  /**
   * Copies some of the user's own tracks, spread evenly over the folder's tree. The originals are
   * only read; links are not followed.
   *
   * @param userFolder is searched with all folders in it
   * @param folder made if it is missing
   * @param max number of tracks at most
   * @throws ConfigurationException if there is no audio, or copying fails
   */
  public List<DemoTrack> copyOf(Path userFolder, Path folder, int max)
      throws ConfigurationException {
    prepare(folder);
    try {
      List<DemoTrack> copies = new TrackCopies(folder).copy(userFolder, max);
      if (copies.isEmpty()) {
        throw new ConfigurationException(
            "no-tracks",
            "There is no audio file in " + userFolder + ": a folder of music was expected.",
            "Name another folder, or leave it out to hear the music that comes with Tonearm.");
      }
      return copies;
    } catch (IOException e) {
      throw new ConfigurationException(
          "copy-failed",
          "Tracks of " + userFolder + " could not be copied to " + folder + ": " + e.getMessage(),
          "Check that the first may be read, the second written, and the free space.",
          e);
    }
  }

  private float[][] play(DemoPiece piece) throws ConfigurationException {
    try {
      return renderer.render(piece.music().get());
    } catch (IOException e) {
      throw new ConfigurationException(
          "no-synthesiser",
          "The demo's music can't be played: " + e.getMessage() + ".",
          "Use a JDK with desktop support, or give the demo a folder of your own music.",
          e);
    }
  }

  private static void prepare(Path folder) throws ConfigurationException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ConfigurationException(
          "unwritable",
          "The demo's folder " + folder + " can't be made: " + e.getMessage(),
          "Name a folder that you may write to.",
          e);
    }
  }
}
