/** What is measured of a trained network: verdicts on tracks, segment features, area, speed. */
package org.tonearm.model.suite.measure;
