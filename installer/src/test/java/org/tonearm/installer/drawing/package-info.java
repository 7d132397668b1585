/** Draws the modules of the project as its build files have them. */
package org.tonearm.installer.drawing;
