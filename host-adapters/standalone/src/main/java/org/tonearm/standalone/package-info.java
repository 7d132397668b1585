/** The host that has no program of its own: folders of files, and the command line over them. */
package org.tonearm.standalone;
