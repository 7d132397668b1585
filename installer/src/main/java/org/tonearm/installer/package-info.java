/**
 * Makes the files of a package that are made from the program: manuals, completions, icon, notices.
 */
package org.tonearm.installer;
