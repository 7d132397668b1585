/**
 * ID3v2 tags in MP3, WAV and AIFF files, edited by splicing: every byte that an edit does not mean
 * to change is copied as it stands.
 *
 * <p>Layers, from the bottom: {@link org.tonearm.tag.id3.SourceFile} and {@link
 * org.tonearm.tag.id3.Splice} read and copy bytes; {@link org.tonearm.tag.id3.Id3Parser} and {@link
 * org.tonearm.tag.id3.Id3Writer} know the tag; {@link org.tonearm.tag.id3.FieldFrames} and {@link
 * org.tonearm.tag.id3.TagEditor} know genre and mood; the codecs know the containers.
 *
 * <p>Source: the informal standards ID3v2.2.0, ID3v2.3.0 and ID3v2.4.0 (structure and native
 * frames), by M. Nilsson and others, 1998 to 2000.
 */
package org.tonearm.tag.id3;
