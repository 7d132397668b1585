/** Hearing a track in the panel: its waveform, and playing it from a spot. */
package org.tonearm.panel.sound;
