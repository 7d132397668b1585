/**
 * Decoding in processes of its own, so that a file which breaks the decoder costs that file and
 * nothing else.
 */
package org.tonearm.audio.worker;
