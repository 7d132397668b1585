/** MusicBrainz Picard: the plugin that runs in it. */
package org.tonearm.picard;
