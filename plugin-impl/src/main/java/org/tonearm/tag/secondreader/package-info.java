/**
 * A second, independent look at written tags, through jaudiotagger, which shares no code with the
 * codecs.
 */
package org.tonearm.tag.secondreader;
