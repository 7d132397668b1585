package org.tonearm.standalone.demo;

import java.util.ArrayList;
import java.util.List;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/**
 * A piece of music being written down, for a General MIDI synthesiser.
 *
 * <p>Times are in beats from the start. Melodies and chords are written as text: {@code "C4/1 E4/.5
 * -/2 C4+E4+G4/4"} is a note of one beat, one of half a beat, a rest, and a chord; C4 is middle C,
 * {@code #} and {@code b} follow the letter. Drums are written as steps: {@code x} loud, {@code o}
 * soft, {@code .} nothing.
 */
final class Score {
  private static final int TICKS_PER_BEAT = 480;
  private static final int DRUM_CHANNEL = 9;

  private final Sequence sequence;
  private final Track track;
  private final double beatsPerMinute;
  private double end;

  Score(double beatsPerMinute) {
    this.beatsPerMinute = beatsPerMinute;
    try {
      this.sequence = new Sequence(Sequence.PPQ, TICKS_PER_BEAT);
      this.track = sequence.createTrack();
      int micros = (int) Math.round(60e6 / beatsPerMinute);
      byte[] tempo = {(byte) (micros >> 16), (byte) (micros >> 8), (byte) micros};
      track.add(new MidiEvent(new MetaMessage(0x51, tempo, 3), 0));
    } catch (InvalidMidiDataException e) {
      throw new IllegalArgumentException("tempo " + beatsPerMinute, e);
    }
  }

  /** Takes an instrument: a General MIDI program from 0, its loudness and place from 0 to 127. */
  Score instrument(int channel, int program, int volume, int pan) {
    message(ShortMessage.PROGRAM_CHANGE, channel, program, 0, 0);
    message(ShortMessage.CONTROL_CHANGE, channel, 7, volume, 0);
    message(ShortMessage.CONTROL_CHANGE, channel, 10, pan, 0);
    return this;
  }

  /** Plays a line of text. Returns the beat at which it ends. */
  double play(int channel, double beat, int velocity, String line) {
    double at = beat;
    for (String token : line.trim().split("\\s+")) {
      int slash = token.indexOf('/');
      double length = Double.parseDouble(token.substring(slash + 1));
      String names = token.substring(0, slash);
      if (!names.equals("-")) {
        for (String name : names.split("\\+")) {
          note(channel, at, length, key(name), velocity);
        }
      }
      at += length;
    }
    return at;
  }

  /** Plays one drum in steps, over and over until a beat. */
  Score drum(int drum, double from, double until, double step, int velocity, String pattern) {
    for (int i = 0; from + i * step < until - 1e-9; i++) {
      char hit = pattern.charAt(i % pattern.length());
      if (hit != '.') {
        int force = hit == 'x' ? velocity : velocity * 3 / 5;
        note(DRUM_CHANNEL, from + i * step, step * 0.9, drum, force);
      }
    }
    return this;
  }

  /** Plays one note. */
  Score note(int channel, double beat, double length, int key, int velocity) {
    message(ShortMessage.NOTE_ON, channel, key, velocity, beat);
    message(ShortMessage.NOTE_OFF, channel, key, 0, beat + length * 0.96);
    end = Math.max(end, beat + length);
    return this;
  }

  /** Number of the key that a name such as {@code F#3} stands for. */
  static int key(String name) {
    int pitch = "C.D.EF.G.A.B".indexOf(name.charAt(0));
    int octave = name.charAt(name.length() - 1) - '0';
    if (name.length() == 3) {
      pitch += name.charAt(1) == '#' ? 1 : -1;
    }
    return 12 * (octave + 1) + pitch;
  }

  /** The keys of several names, parted by blanks. */
  static List<Integer> keys(String names) {
    List<Integer> keys = new ArrayList<>();
    for (String name : names.split(" ")) {
      keys.add(key(name));
    }
    return keys;
  }

  /** Length in seconds to the end of the last note. */
  double seconds() {
    return end * 60 / beatsPerMinute;
  }

  /** The piece as MIDI; not to be changed. */
  Sequence sequence() {
    return sequence;
  }

  private void message(int command, int channel, int first, int second, double beat) {
    try {
      ShortMessage message = new ShortMessage(command, channel, first, second);
      track.add(new MidiEvent(message, Math.round(beat * TICKS_PER_BEAT)));
    } catch (InvalidMidiDataException e) {
      throw new IllegalArgumentException("no such note or instrument: " + first, e);
    }
  }
}
