/** The installed tag codecs, and which of them a file belongs to. */
package org.tonearm.tag.codec;
