/**
 * What reading and writing audio share of FFmpeg: loading it, its errors, and I/O over channels.
 */
package org.tonearm.audio.ffmpeg;
