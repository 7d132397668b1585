/** From a file of any common format to mono samples, by FFmpeg. */
package org.tonearm.audio;
