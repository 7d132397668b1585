package org.tonearm.standalone.demo;

import java.nio.file.Path;

/**
 * A file of the demo's collection.
 *
 * @param file where it lies
 * @param title what to call it on the screen
 * @param style what the piece is meant to be, in words; empty for the user's own tracks
 * @param format container and codec, such as {@code ogg-vorbis}, or the file's ending
 */
public record DemoTrack(Path file, String title, String style, String format) {}
