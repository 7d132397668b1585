package org.tonearm.standalone.demo;

/** Pieces for machines, and for one piano. All notes are our own. */
final class StudioPieces {
  private static final int KICK = 36;
  private static final int SNARE = 38;
  private static final int CLAP = 39;
  private static final int CLOSED_HAT = 42;
  private static final int OPEN_HAT = 46;
  private static final int TAMBOURINE = 54;
  private static final int SHAKER = 70;

  private StudioPieces() {}

  /** A dance in three for piano, in the manner of the eighteenth century. */
  static Score minuet() {
    Score s = new Score(126);
    s.instrument(0, 0, 112, 64);
    String[] treble = {
      "G4/1 C5/1 E5/1", "D5/1 B4/.5 C5/.5 D5/1", "C5/.5 D5/.5 E5/.5 F5/.5 G5/1", "E5/2 -/1",
      "A5/1 F5/1 D5/1", "G5/1 E5/1 C5/1", "F5/.5 E5/.5 D5/.5 C5/.5 B4/1", "C5/3",
      "B4/1 D5/1 G5/1", "F#5/1 A4/.5 B4/.5 C5/1", "B4/.5 C5/.5 D5/.5 E5/.5 F#5/1", "G5/2 -/1",
      "E5/1 C5/1 A4/1", "D5/1 B4/1 G4/1", "A4/.5 B4/.5 C5/.5 A4/.5 F#4/1", "G4/3"
    };
    String[] bass = {
      "C3/1 E3+G3/1 E3+G3/1", "G2/1 F3+G3/1 F3+G3/1", "C3/1 E3+G3/1 Bb2/1", "A2/1 C3/1 E3/1",
      "F2/1 A2+C3/1 A2+C3/1", "C3/1 E3+G3/1 C3/1", "G2/1 F3/1 G2/1", "C3/1 G2/1 C2/1",
      "G2/1 B2+D3/1 B2+D3/1", "D3/1 F#3+A3/1 F#3+A3/1", "G2/1 B2/1 D3/1", "E3/1 D3/1 B2/1",
      "C3/1 E3+A3/1 E3+A3/1", "G2/1 B2+D3/1 B2+D3/1", "D3/1 C3/1 D2/1", "G2/1 D2/1 G2/1"
    };
    for (int bar = 0; bar < 24; bar++) {
      int line = bar < 16 ? bar : bar - 16;
      s.play(0, 3.0 * bar, bar % 8 < 4 ? 88 : 74, treble[line]);
      s.play(0, 3.0 * bar, 60, bass[line]);
    }
    return s;
  }

  /** Four on the floor, one chord, a filter's worth of patience. */
  static Score techno() {
    Score s = new Score(130);
    s.instrument(0, 38, 116, 64).instrument(1, 81, 70, 84).instrument(2, 90, 62, 44);
    for (int bar = 0; bar < 16; bar++) {
      double at = 4.0 * bar;
      int[] bass = {0, 0, 12, 0, 3, 0, 12, 10};
      for (int i = 0; i < 16; i++) {
        if (i % 4 != 0) {
          s.note(0, at + 0.25 * i, 0.22, 33 + bass[i % 8], i % 2 == 0 ? 104 : 82);
        }
      }
      if (bar >= 4) {
        int[] stab = {0, 3, 6, 10, 13};
        for (int i : stab) {
          s.note(1, at + 0.25 * i, 0.2, 69 + (bar % 4 == 3 ? 3 : 0), 80);
          s.note(1, at + 0.25 * i, 0.2, 72 + (bar % 4 == 3 ? 3 : 0), 80);
        }
      }
      if (bar % 4 == 0) {
        s.play(2, at, 56, "A3+E4+G4/8 A3+E4+G4+B4/8");
      }
    }
    s.drum(KICK, 0, 64, 1, 124, "x").drum(OPEN_HAT, 0, 64, 0.5, 84, ".x");
    s.drum(CLOSED_HAT, 8, 64, 0.25, 66, "oxox").drum(CLAP, 16, 64, 1, 100, ".x");
    return s.drum(SHAKER, 24, 64, 0.25, 60, "xoox");
  }

  /** A lazy beat, an electric piano, a bass that arrives late. */
  static Score hipHop() {
    Score s = new Score(90);
    s.instrument(0, 38, 124, 64).instrument(1, 4, 96, 52).instrument(2, 11, 78, 84);
    String[] chords = {"E3+G3+B3+D4", "A3+C4+E4+G4", "C3+E3+G3+B3", "B3+D#4+F#4+A4"};
    String[] bass = {
      "E1/.75 -/.5 E1/.5 -/.5 G1/.5 -/1.25",
      "A1/.75 -/.5 A1/.5 -/.5 E1/.5 -/1.25",
      "C2/.75 -/.5 C2/.5 -/.5 G1/.5 -/1.25",
      "B1/.75 -/.5 B1/.5 -/.5 F#1/.5 D#2/.5 -/.75"
    };
    for (int bar = 0; bar < 9; bar++) {
      double at = 4.0 * bar;
      s.play(0, at + 0.03, 118, bass[bar % 4]);
      s.play(1, at + 0.02, 74, chords[bar % 4] + "/1.5 -/.75 " + chords[bar % 4] + "/.5 -/1.25");
      if (bar % 2 == 1) {
        s.play(2, at, 80, "-/.5 B5/.25 A5/.25 G5/.5 E5/.5 -/.5 D5/.25 E5/.25 -/1");
      }
    }
    s.drum(KICK, 0, 36, 0.25, 122, "x.....x..xx.....").drum(SNARE, 0.02, 36, 1, 108, ".x");
    return s.drum(CLOSED_HAT, 0, 36, 0.25, 72, "x.o.x.oox.o.xo..");
  }

  /** Octaves in the bass, strings above, everyone on the floor. */
  static Score disco() {
    Score s = new Score(118);
    s.instrument(0, 33, 116, 60).instrument(1, 48, 88, 76).instrument(2, 27, 84, 36);
    s.instrument(3, 56, 84, 90);
    String[] roots = {"A1", "D2", "G1", "C2"};
    String[] chords = {"A3+C4+E4+G4", "D4+F4+A4+C5", "G3+B3+D4+F4", "C4+E4+G4+B4"};
    String[] strings = {"E5/2 G5/1 A5/1", "F5/3 E5/1", "D5/2 F5/1 G5/1", "E5/4"};
    for (int bar = 0; bar < 13; bar++) {
      double at = 4.0 * bar;
      int chord = bar == 12 ? 0 : bar % 4;
      int root = Score.key(roots[chord]);
      for (int i = 0; i < 8; i++) {
        s.note(0, at + 0.5 * i, 0.4, root + (i % 2) * 12, 104);
      }
      s.play(1, at, 80, strings[chord]);
      s.play(
          2, at, 84, ("-/.25 " + chords[chord] + "/.2 -/.3 " + chords[chord] + "/.25 ").repeat(4));
      if (bar % 4 == 3) {
        s.play(3, at, 92, "C5+E5+G5/.5 -/.5 C5+E5+G5/.25 -/.25 E5+G5+B5/.5 -/2");
      }
    }
    s.drum(KICK, 0, 52, 1, 118, "x").drum(SNARE, 0, 52, 1, 100, ".x");
    return s.drum(OPEN_HAT, 0, 52, 0.5, 76, ".x").drum(TAMBOURINE, 8, 52, 0.25, 58, "xoxo");
  }

  /** Slow chords that melt into one another, a few bells, no drums. */
  static Score ambient() {
    Score s = new Score(60);
    s.instrument(0, 89, 104, 50).instrument(1, 91, 84, 78).instrument(2, 98, 66, 90);
    s.instrument(3, 38, 70, 64);
    String[] pads = {"D3+A3+E4+F#4", "B2+F#3+D4+A4", "G2+D3+B3+F#4", "A2+E3+B3+E4"};
    String[] lows = {"D2", "B1", "G1", "A1"};
    for (int i = 0; i < 4; i++) {
      double at = 6.5 * i;
      s.play(0, at, 70, pads[i] + "/7.5");
      s.play(1, at + 1.5, 56, pads[i] + "/6");
      s.play(3, at, 62, lows[i] + "/6.5");
      s.play(2, at + 2, 58, "-/.5 F#6/1.5 E6/1 A5/1.5");
    }
    return s;
  }
}
