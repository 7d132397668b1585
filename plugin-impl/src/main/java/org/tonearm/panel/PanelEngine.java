package org.tonearm.panel;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tonearm.api.TonearmException;
import org.tonearm.api.tag.TagField;
import org.tonearm.panel.artwork.PictureSource;
import org.tonearm.panel.sound.SoundSource;
import org.tonearm.run.Cancellation;
import org.tonearm.run.RunListener;
import org.tonearm.tag.journal.JournalEntry;
import org.tonearm.tag.journal.RunSummary;
import org.tonearm.tag.planfile.PlannedTrack;
import org.tonearm.tag.undo.UndoListener;
import org.tonearm.tag.undo.UndoReport;

/**
 * What the panel asks of the engine: the same as the command line does, by the same configuration
 * file, which is read anew for each call. Called on several threads, none of them the event thread;
 * each call returns when its work is done. {@code InterruptedException} is thrown if the thread is
 * interrupted.
 */
public interface PanelEngine {

  /** Told of tracks on the calling thread of {@link #listen}. */
  interface ListenSink {
    /** A track went as far as it can go. */
    void heard(HeardFile file);

    /** How many tracks there are in all; told once that is known, if it ever is. */
    void counted(long total);
  }

  /** Told on the calling thread that a call waits for another run that writes. */
  @FunctionalInterface
  interface TurnListener {
    /**
     * It waits, or goes on.
     *
     * @param whom who writes, in English, such as {@code process 4711, since 14:02: tonearm tag
     *     Music}; empty once it is this call's turn
     */
    void waits(Optional<String> whom);
  }

  /**
   * Hears the tracks of files and folders and plans their tags. Writes none.
   *
   * @param places with all that is in them
   * @throws TonearmException if the configuration has faults or a model is missing
   */
  void listen(List<Path> places, ListenSink sink, Cancellation cancellation)
      throws TonearmException, InterruptedException;

  /** The words of the models in use, and those that may be chosen. */
  Words words() throws TonearmException;

  /**
   * A plan with the user's own word in it.
   *
   * @see org.tonearm.run.Correcting
   */
  PlannedTrack correct(PlannedTrack planned, TagField field, String word) throws TonearmException;

  /**
   * Writes plans, journaled as one run. Fields that the settings protect by now are left out; a
   * track of which nothing is left is told as failed, {@code field-protected}.
   *
   * @param planned tracks with changes
   * @param turn told while another run writes
   * @return number of the run; 0 if there was nothing to write
   */
  long apply(
      List<PlannedTrack> planned,
      RunListener listener,
      TurnListener turn,
      Cancellation cancellation)
      throws TonearmException, InterruptedException;

  /** The newest runs, newest first. */
  List<RunSummary> runs() throws TonearmException;

  /**
   * The files of a run.
   *
   * @param limit how many at most
   */
  List<JournalEntry> files(long run, int limit) throws TonearmException;

  /**
   * Takes a run back, or tells what that would do.
   *
   * @param dryRun whether nothing is written
   * @param turn told while another run writes
   */
  UndoReport undo(
      long run, boolean dryRun, UndoListener listener, TurnListener turn, Cancellation cancellation)
      throws TonearmException, InterruptedException;

  /**
   * Writes an M3U8 playlist.
   *
   * @param tracks in the playlist's order; those whose names it can't hold are left out
   * @param file a new one; none is written over
   * @return how many tracks it holds
   */
  int playlist(List<PlannedTrack> tracks, Path file) throws TonearmException;

  /**
   * Opens what decodes tracks for drawing and playing. May be called on the event thread; nothing
   * is started before the first track. The caller closes it.
   */
  default SoundSource sound() {
    return SoundSource.SILENT;
  }

  /** Reads embedded pictures. */
  default PictureSource pictures() {
    return PictureSource.NONE;
  }

  /** What to do so that other programs show new tags; one sentence. */
  String hint();
}
