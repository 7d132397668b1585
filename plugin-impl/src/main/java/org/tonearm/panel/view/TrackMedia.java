package org.tonearm.panel.view;

import java.util.concurrent.Executor;
import org.tonearm.panel.artwork.PictureSource;
import org.tonearm.panel.sound.AudioOutput;
import org.tonearm.panel.sound.SoundSource;

/**
 * What of tracks can be heard and seen.
 *
 * @param sound decodes them
 * @param output where their sound goes
 * @param pictures reads their covers
 * @param screen runs on the event thread what it is given, in order
 */
record TrackMedia(SoundSource sound, AudioOutput output, PictureSource pictures, Executor screen) {}
