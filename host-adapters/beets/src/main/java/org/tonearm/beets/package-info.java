/** beets: its library, and the plugin that runs in it. */
package org.tonearm.beets;
