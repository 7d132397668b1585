/** Apache Spark as a host: the engine as a job over an archive that outgrows one machine. */
package org.tonearm.spark;
