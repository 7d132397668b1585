package org.tonearm.standalone.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.tonearm.audio.encode.EncodeFormat;
import org.tonearm.audio.encode.Id3Version;

/**
 * One piece of the demo and the file that it goes into.
 *
 * @param style in words, as a listener would call it
 * @param name of the file, without its ending
 * @param format of the file
 * @param id3 for MP3
 * @param tags that the file has from the start; empty for none
 * @param music writes the score
 */
record DemoPiece(
    String style,
    String name,
    EncodeFormat format,
    Id3Version id3,
    Map<String, String> tags,
    Supplier<Score> music) {

  private static final String ARTIST = "The Tonearm House Band";

  /** All formats that can be tagged are among them; some have a genre that is to stay. */
  static List<DemoPiece> all() {
    return List.of(
        mp3(
            "blues",
            "Lamplight Shuffle",
            Id3Version.V23,
            Map.of("genre", "Blues", "comment", "First take, kept."),
            BandPieces::blues),
        mp3("techno", "Warehouse Door", Id3Version.V24, Map.of(), StudioPieces::techno),
        new DemoPiece(
            "metal",
            "Iron Weather",
            EncodeFormat.MP3,
            Id3Version.NONE,
            Map.of(),
            BandPieces::metal),
        of("classical", "Minuet for a Small Room", EncodeFormat.FLAC, "", StudioPieces::minuet),
        of("jazz", "Blue Door, Late", EncodeFormat.OGG_VORBIS, "Jazz", BandPieces::jazz),
        of("reggae", "Harbour Sun", EncodeFormat.OPUS, "", BandPieces::reggae),
        of("hip-hop", "Corner Store", EncodeFormat.M4A_AAC, "", StudioPieces::hipHop),
        of("disco", "Mirror Ball Tuesday", EncodeFormat.M4A_ALAC, "", StudioPieces::disco),
        of("country", "Gravel Road", EncodeFormat.WAV, "", BandPieces::country),
        of("ambient", "Slow Tide", EncodeFormat.AIFF, "", StudioPieces::ambient),
        of("rock", "Two Trains Passing", EncodeFormat.FLAC, "Indie Rock", BandPieces::rock));
  }

  private static DemoPiece of(
      String style, String title, EncodeFormat format, String genre, Supplier<Score> music) {
    Map<String, String> tags =
        genre.isEmpty()
            ? Map.of("title", title, "artist", ARTIST)
            : Map.of("title", title, "artist", ARTIST, "genre", genre);
    return new DemoPiece(style, title, format, Id3Version.NONE, tags, music);
  }

  private static DemoPiece mp3(
      String style, String title, Id3Version id3, Map<String, String> more, Supplier<Score> music) {
    Map<String, String> tags = new TreeMap<>(more);
    tags.put("title", title);
    tags.put("artist", ARTIST);
    return new DemoPiece(style, title, EncodeFormat.MP3, id3, tags, music);
  }
}
