/** From a file to mono samples. */
package org.tonearm.api.audio;
