/** The command line, described for manuals and shells. */
package org.tonearm.installer.command;
