/**
 * Tags of the MP4 family (m4a, m4b, mp4, alac), spliced atom by atom.
 *
 * <p>Formats: ISO/IEC 14496-12 (atoms, there called boxes, sample tables, fragments), the QuickTime
 * File Format Specification (user data, {@code meta} without version and flags) and the iTunes
 * metadata layout ({@code moov/udta/meta/ilst}). Entry point: {@link org.tonearm.tag.mp4.Mp4Codec}.
 */
package org.tonearm.tag.mp4;
