package org.tonearm.standalone.demo;

/** Pieces for people with instruments. All notes are our own. */
final class BandPieces {
  private static final int KICK = 36;
  private static final int RIM = 37;
  private static final int SNARE = 38;
  private static final int CLOSED_HAT = 42;
  private static final int PEDAL_HAT = 44;
  private static final int OPEN_HAT = 46;
  private static final int CRASH = 49;
  private static final int RIDE = 51;
  private static final double TRIPLET = 1.0 / 3;

  private BandPieces() {}

  /** Twelve bars of blues in A, shuffled. */
  static Score blues() {
    Score s = new Score(112);
    s.instrument(0, 33, 110, 64).instrument(1, 27, 92, 44).instrument(2, 22, 100, 80);
    String[] roots = {"A", "D", "A", "A", "D", "D", "A", "A", "E", "D", "A", "E"};
    for (int bar = 0; bar < roots.length; bar++) {
      int root = Score.key(roots[bar] + (roots[bar].equals("A") ? "1" : "2")) + 12;
      int[] walk = {0, 4, 7, 9};
      for (int beat = 0; beat < 4; beat++) {
        double at = 4.0 * bar + beat;
        s.note(0, at, 2 * TRIPLET, root + walk[beat] - 12, 100);
        s.note(0, at + 2 * TRIPLET, TRIPLET, root + walk[beat] - 12, 78);
        // The shuffle of two strings: fifth and sixth in turn.
        int upper = beat % 2 == 0 ? 7 : 9;
        s.note(1, at, 2 * TRIPLET, root + 12, 84).note(1, at, 2 * TRIPLET, root + 12 + upper, 80);
        s.note(1, at + 2 * TRIPLET, TRIPLET, root + 12, 66);
        s.note(1, at + 2 * TRIPLET, TRIPLET, root + 12 + upper, 64);
      }
    }
    String lick = "-/1 E5/.667 G5/.333 A5/1 G5/.667 E5/.333";
    String answer = "D5/.667 C5/.333 A4/2 -/1";
    for (int bar = 0; bar < 12; bar += 4) {
      s.play(2, 4.0 * bar, 96, lick);
      s.play(2, 4.0 * bar + 4, 92, answer);
      s.play(2, 4.0 * bar + 8, 100, "C5/.667 D5/.333 Eb5/.667 E5/1.333 G5/1 A5/3 -/1");
    }
    s.drum(RIDE, 0, 48, TRIPLET, 78, "x.xx.o").drum(KICK, 0, 48, 1, 100, "xox.");
    return s.drum(SNARE, 0, 48, 1, 96, ".x").drum(CRASH, 0, 48, 24, 80, "x");
  }

  /** Off-beat guitar, a bass that leaves room, one drop on three. */
  static Score reggae() {
    Score s = new Score(76);
    s.instrument(0, 33, 124, 64).instrument(1, 27, 96, 40).instrument(2, 16, 66, 90);
    String[] chords = {"A3+C4+E4", "A3+C4+E4", "D4+F4+A4", "G3+B3+D4"};
    String[] bass = {
      "A1/1.5 A1/.5 C2/1 E2/.5 -/.5",
      "A1/1 -/.5 E2/.5 D2/.5 C2/.5 -/1",
      "D2/1.5 D2/.5 F2/1 A1/.5 -/.5",
      "G1/1 -/.5 B1/.5 D2/.5 B1/.5 -/1"
    };
    for (int bar = 0; bar < 8; bar++) {
      double at = 4.0 * bar;
      String chord = chords[bar % 4];
      s.play(0, at, 112, bass[bar % 4]);
      s.play(1, at, 88, ("-/.5 " + chord + "/.2 -/.3 ").repeat(4));
      s.play(2, at, 60, ("-/.75 " + chord + "/.25 ").repeat(4));
    }
    s.instrument(3, 66, 92, 74);
    s.play(
        3, 8, 84, "E5/1.5 D5/.5 C5/1 A4/1 -/1 C5/.5 D5/.5 E5/2 F5/1.5 E5/.5 D5/1 A4/1 B4/2 D5/2");
    s.drum(KICK, 0, 32, 1, 116, "..x.").drum(RIM, 0, 32, 1, 92, "..x.");
    return s.drum(CLOSED_HAT, 0, 32, 0.5, 70, "ox").drum(OPEN_HAT, 0, 32, 0.5, 60, ".......x");
  }

  /** Piano, bass and drums, swung, two five one and home. */
  static Score jazz() {
    Score s = new Score(150);
    s.instrument(0, 32, 116, 60).instrument(1, 0, 104, 70);
    String[] walks = {
      "D2/1 F2/1 A2/1 Ab2/1", "G2/1 F2/1 D2/1 Db2/1", "C2/1 E2/1 G2/1 A2/1", "A2/1 G2/1 E2/1 Eb2/1"
    };
    String[] voicings = {"F3+A3+C4+E4", "F3+A3+B3+E4", "E3+G3+B3+D4", "G3+C#4+E4+Bb4"};
    String[] solo = {
      "-/1 A4/.667 C5/.333 E5/.667 D5/.333 C5/.667 A4/.333",
      "B4/.667 D5/.333 F5/.667 Ab5/.333 G5/1 -/1",
      "E5/.667 D5/.333 B4/.667 G4/.333 A4/.667 B4/.333 C5/1",
      "-/.667 Bb4/.333 C#5/.667 E5/.333 G5/.667 E5/.333 C#5/1",
      "F5/2 E5/.667 D5/.333 A4/1",
      "Ab4/.667 B4/.333 D5/.667 F5/.333 E5/.667 D5/.333 B4/1",
      "C5/1.667 G4/.333 E5/.667 D5/1.333",
      "-/2 A4/.667 G4/.333 E4/1"
    };
    for (int bar = 0; bar < 16; bar++) {
      double at = 4.0 * bar;
      s.play(0, at, 100, walks[bar % 4]);
      s.play(
          1,
          at,
          62,
          bar % 2 == 0
              ? "-/.667 " + voicings[bar % 4] + "/.333 -/3"
              : voicings[bar % 4] + "/1.5 -/.167 " + voicings[bar % 4] + "/.333 -/2");
      s.play(1, at, 94, solo[bar % 8]);
    }
    s.play(1, 64, 80, "E3+G3+B3+D4+G4/3");
    s.play(0, 64, 96, "C2/3");
    s.drum(RIDE, 0, 66, TRIPLET, 80, "x..x.o").drum(PEDAL_HAT, 0, 64, 1, 74, ".x");
    return s.drum(KICK, 0, 64, 1, 50, "xo.o")
        .drum(SNARE, 0, 64, TRIPLET, 44, "........o..x....o.......");
  }

  /** Low, fast, and damped by the palm. */
  static Score metal() {
    Score s = new Score(168);
    s.instrument(0, 34, 112, 64).instrument(1, 30, 108, 20).instrument(2, 30, 108, 108);
    s.instrument(3, 29, 96, 64);
    String gallop = "E2+B2/.5 E2+B2/.25 E2+B2/.25 ";
    String riff = gallop.repeat(3) + "G2+D3/.5 F#2+C#3/.5 ";
    String turn = gallop.repeat(2) + "Bb2+F3/1 A2+E3/.5 G2+D3/.5 ";
    for (int bar = 0; bar < 18; bar++) {
      double at = 4.0 * bar;
      String line = bar % 4 == 3 ? turn : riff;
      if (bar % 8 >= 6) {
        line = "C3+G3/2 D3+A3/1 Bb2+F3/1";
      }
      s.play(1, at, 112, line);
      s.play(2, at, 108, line);
      s.play(
          0,
          at,
          108,
          line.replaceAll("\\+[A-G][#b]?\\d", "").replace("2/", "1/").replace("3/", "2/"));
    }
    String run = "E5/.25 G5/.25 B5/.25 E6/.25 D6/.25 B5/.25 G5/.25 F#5/.25 ";
    s.play(3, 32, 100, run.repeat(4) + "E5/2 G5/1 F#5/1 E5/3 -/1");
    s.drum(KICK, 0, 72, 0.25, 118, "xoxxxoxxxoxxxoxx").drum(SNARE, 0, 72, 1, 118, ".x");
    return s.drum(CRASH, 0, 72, 1, 96, "x...").drum(CLOSED_HAT, 0, 72, 0.5, 84, "x");
  }

  /** Picked guitar, fiddle, and a train in the drums. */
  static Score country() {
    Score s = new Score(116);
    s.instrument(0, 32, 108, 64).instrument(1, 25, 104, 44).instrument(2, 110, 84, 84);
    s.instrument(3, 105, 84, 30);
    String[] bass = {"G2 D2", "C2 G2", "G2 D2", "D2 A2"};
    String[] picks = {"B3 D4 G4 D4", "C4 E4 G4 E4", "B3 D4 G4 D4", "A3 D4 F#4 D4"};
    String[] tunes = {
      "B4/1 D5/.5 B4/.5 A4/.5 G4/.5 A4/1",
      "E5/1 G5/.5 E5/.5 D5/.5 C5/.5 E5/1",
      "D5/.5 E5/.5 D5/.5 B4/.5 G4/1 B4/1",
      "A4/.5 B4/.5 A4/.5 F#4/.5 D4/2"
    };
    for (int bar = 0; bar < 12; bar++) {
      double at = 4.0 * bar;
      String[] low = bass[bar % 4].split(" ");
      s.play(0, at, 104, low[0] + "/1 -/1 " + low[1] + "/1 -/1");
      int step = 0;
      for (int key : Score.keys(picks[bar % 4] + " " + picks[bar % 4])) {
        s.note(1, at + 0.5 * step, 0.5, key, step % 2 == 0 ? 92 : 76);
        s.note(3, at + 0.5 * step + 0.25, 0.25, key + 12, 60);
        step++;
      }
      if (bar >= 4) {
        s.play(2, at, 88, tunes[bar % 4]);
      }
    }
    s.play(1, 48, 96, "G2+B3+D4+G4/3");
    return s.drum(SNARE, 0, 48, 0.25, 60, "o.oxo.oxo.oxooox").drum(KICK, 0, 48, 1, 84, "x.");
  }

  /** Two guitars, straight eighths, a tune to shout. */
  static Score rock() {
    Score s = new Score(138);
    s.instrument(0, 34, 112, 64).instrument(1, 29, 96, 30).instrument(2, 27, 90, 98);
    s.instrument(3, 29, 96, 70);
    String[] roots = {"D", "A", "B", "G"};
    String[] arpeggios = {"D4 A4 F#4 A4", "C#4 A4 E4 A4", "B3 F#4 D4 F#4", "B3 G4 D4 G4"};
    String[] tune = {
      "F#5/1.5 E5/.5 D5/2", "E5/1.5 D5/.5 C#5/2", "D5/1 F#5/1 B5/2", "A5/1 G5/1 E5/2"
    };
    for (int bar = 0; bar < 15; bar++) {
      double at = 4.0 * bar;
      int chord = bar == 14 ? 0 : bar % 4;
      int root = Score.key(roots[chord] + "2");
      for (int i = 0; i < 8; i++) {
        s.note(0, at + 0.5 * i, 0.5, root - 12, 104);
        s.note(1, at + 0.5 * i, 0.5, root, i % 4 == 0 ? 104 : 86);
        s.note(1, at + 0.5 * i, 0.5, root + 7, i % 4 == 0 ? 104 : 86);
      }
      int step = 0;
      for (int key : Score.keys(arpeggios[chord] + " " + arpeggios[chord])) {
        s.note(2, at + 0.5 * step, 0.5, key, 82);
        step++;
      }
      if (bar >= 4 && bar < 14) {
        s.play(3, at, 98, tune[chord]);
      }
    }
    s.drum(KICK, 0, 60, 0.5, 110, "x..xx...").drum(SNARE, 0, 60, 1, 108, ".x");
    return s.drum(CLOSED_HAT, 0, 60, 0.5, 84, "xo").drum(CRASH, 0, 60, 16, 96, "x");
  }
}
