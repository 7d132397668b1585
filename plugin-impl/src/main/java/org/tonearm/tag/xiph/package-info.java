/**
 * Vorbis comments in FLAC and Ogg, spliced at byte level: what an edit does not name is never
 * parsed further than its length and never written anew.
 *
 * <p>Sources: RFC 9639 (FLAC), RFC 3533 (Ogg), RFC 7845 (Ogg Opus), the Vorbis I specification and
 * Xiph.Org's note on the Vorbis comment field format.
 */
package org.tonearm.tag.xiph;
