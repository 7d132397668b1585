/** Quod Libet: its music folders, and the plugin that runs in it. */
package org.tonearm.quodlibet;
