/**
 * Every command that the pages show is run as they show it, by a reader made of paper and string.
 */
package org.tonearm.installer.pages;
