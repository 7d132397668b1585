package org.tonearm.standalone.bench;

/**
 * One scan, measured in a process of its own.
 *
 * @param scan which one, as a word
 * @param files in the library
 * @param read of them opened
 * @param seconds from opening the index to closing it
 * @param filesPerSecond files through seconds
 * @param cpuSeconds processor time of the whole process, its start and compiler included
 * @param peakHeapBytes most of the heap in use after a major collection
 * @param peakProcessBytes most of the process in memory; 0 if the system does not tell
 */
public record ScanFigures(
    String scan,
    long files,
    long read,
    double seconds,
    double filesPerSecond,
    double cpuSeconds,
    long peakHeapBytes,
    long peakProcessBytes) {}
